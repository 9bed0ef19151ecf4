package org.absentia.randomisation.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.absentia.randomisation.scheme.Hash;

/** The style of the participants' page, and the policy that admits it and nothing else. */
final class PageStyle {
  static final String CSS = read();
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder()
              .encodeToString(Hash.of(CSS.getBytes(StandardCharsets.UTF_8)).bytes())
          + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private PageStyle() {}

  private static String read() {
    try (InputStream in = PageStyle.class.getResourceAsStream("/answers/page.css")) {
      if (in == null) {
        throw new IllegalStateException("the page's style is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

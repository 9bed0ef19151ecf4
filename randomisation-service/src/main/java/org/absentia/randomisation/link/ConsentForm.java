package org.absentia.randomisation.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;

/** The text of a version of the consent form. */
public record ConsentForm(String title, List<String> paragraphs) {
  public ConsentForm {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Returns the digest that says which text was read. */
  public Hash digest() {
    return Hash.of(CanonicalJson.write(plain()).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the form as {@link WordingReader} reads it. */
  public Map<String, Object> plain() {
    return Map.of("title", title, "paragraphs", paragraphs);
  }
}

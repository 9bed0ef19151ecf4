package org.absentia.randomisation.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.absentia.randomisation.link.Language;

/** The words of the participants' page; a text that is missing stops the page. */
final class PageTexts {
  private static final PageTexts NB = new PageTexts(Language.NB);
  private static final PageTexts EN = new PageTexts(Language.EN);

  private final Properties texts = new Properties();

  private PageTexts(Language language) {
    String path = "/answers/" + language.tag() + ".properties";
    try (InputStream in = PageTexts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + path + " is missing");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PageTexts in(Language language) {
    return switch (language) {
      case NB -> NB;
      case EN -> EN;
    };
  }

  String say(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    return text;
  }

  String say(String key, Object... values) {
    return say(key).formatted(values);
  }
}

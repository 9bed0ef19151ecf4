package org.absentia.randomisation.http;

import java.util.List;
import org.absentia.platform.json.JsonReader;

/** Reads why something is so: the protocol's codes, and free texts without identifiers. */
final class Reasons {
  private static final int MOST = 20;
  private static final int LONGEST = 200;
  private static final int LONGEST_TEXT = 2000;

  private Reasons() {}

  /** Reads the member {@code reasons}. */
  static List<String> texts(JsonReader in) {
    return few(in, "reasons").stream().map(Reasons::text).toList();
  }

  /** Reads the member {@code reasonCodes}; whether the protocol has them is another question. */
  static List<String> codes(JsonReader in) {
    return few(in, "reasonCodes").stream().map(Reasons::text).toList();
  }

  /** Reads a required text of some length that may hold no national identifier. */
  static String longText(JsonReader in, String name) {
    String text = in.requiredText(name);
    if (text.length() > LONGEST_TEXT || NationalIdentifiers.in(text)) {
      in.fault(
          name,
          "must have at most " + LONGEST_TEXT + " characters and hold no national identifier");
    }
    return text;
  }

  private static List<JsonReader> few(JsonReader in, String name) {
    List<JsonReader> elements = in.elements(name);
    if (elements.size() > MOST) {
      in.fault(name, "has at most " + MOST + " texts");
      return List.of();
    }
    return elements;
  }

  private static String text(JsonReader element) {
    String text = element.node().asText();
    if (!element.node().isTextual()) {
      element.fault("must be a text");
    } else if (text.length() > LONGEST) {
      element.fault("has at most " + LONGEST + " characters");
    } else if (NationalIdentifiers.in(text)) {
      element.fault("must not hold a national identifier");
    }
    return text;
  }
}

package org.absentia.randomisation.db;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.CanonicalJson;

/** A list of texts in one column, as a JSON array. */
final class TextList {
  static final String EMPTY = "[]";

  private TextList() {}

  static String write(List<String> texts) {
    return CanonicalJson.write(texts);
  }

  static List<String> read(String column) {
    List<String> texts = new ArrayList<>();
    JsonReader.parse(column.getBytes(StandardCharsets.UTF_8))
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }
}

package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.absentia.platform.problem.Faults;

/** How large a protocol document and its texts may be. */
final class Bounds {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int LONGEST_TEXT = 500;

  private Bounds() {}

  static void check(JsonNode document, Faults faults) {
    if (PlainJson.canonical(document).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      faults.add("", "has at most 256 kB");
      return;
    }
    checkTexts(document, "", faults);
  }

  private static void checkTexts(JsonNode node, String pointer, Faults faults) {
    if (node.isTextual() && node.textValue().length() > LONGEST_TEXT) {
      faults.add(pointer, "has at most " + LONGEST_TEXT + " characters");
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey().replace("~", "~0").replace("/", "~1");
      checkTexts(member.getValue(), pointer + "/" + name, faults);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        checkTexts(node.get(i), pointer + "/" + i, faults);
      }
    }
  }
}

package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** What a service answered. */
record Reply(String asked, int status, String text, JsonNode body) {
  boolean is(int expected) {
    return status == expected;
  }

  /** Tell whether this is a problem for a reason. */
  boolean is(int expected, String reason) {
    return is(expected) && body.path("type").asText().equals("/problems/" + reason);
  }

  /**
   * Answer the body if the status is one of those expected; otherwise the demo ends with what the
   * service said.
   */
  JsonNode expecting(int... expected) {
    if (Arrays.stream(expected).noneMatch(code -> code == status)) {
      throw new DemoFailure(asked + " answered " + status + ": " + shortened());
    }
    return body;
  }

  private String shortened() {
    return text.length() > 600 ? text.substring(0, 600) + " ..." : text;
  }
}

package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a list that a service hands out page by page. */
final class Pages {
  private static final int MOST_PAGES = 1_000;

  private Pages() {}

  /**
   * Follow {@code next} to the end and answer all elements of a member.
   *
   * @param parameter the query parameter that takes the next page's place
   */
  static List<JsonNode> all(
      Calls calls, Service service, String role, String path, String member, String parameter) {
    List<JsonNode> elements = new ArrayList<>();
    String query = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode body = calls.get(service, role, path + query).expecting(200);
      (body.isArray() ? body : body.path(member)).forEach(elements::add);
      String next = body.path("next").asText("");
      if (next.isEmpty() || body.path("next").isNull()) {
        return elements;
      }
      query = "?" + parameter + "=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    throw new DemoFailure(path + " has no last page");
  }
}

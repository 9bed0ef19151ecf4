package org.absentia.analysis.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;

/** The preferences of a request (RFC 7240), of which one is known here. */
final class Preference {
  static final String RESPOND_ASYNC = "respond-async";
  static final String APPLIED = "Preference-Applied";

  private Preference() {}

  /** Whether the caller wants the answer later. */
  static boolean respondAsync(HttpHeaders headers) {
    List<String> lines = headers.getRequestHeader("Prefer");
    return lines != null
        && lines.stream()
            .flatMap(line -> Arrays.stream(line.split("[,;]", -1)))
            .map(String::strip)
            .anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
  }
}

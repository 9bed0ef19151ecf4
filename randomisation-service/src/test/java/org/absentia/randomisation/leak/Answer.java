package org.absentia.randomisation.leak;

import java.util.List;
import java.util.Map;

/** An answer of the service as its caller sees it, and how long it took. */
record Answer(int status, Map<String, List<String>> headers, String body, long nanos) {
  Answer withBody(String other) {
    return new Answer(status, headers, other, nanos);
  }
}

package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the messages that were pushed. */
final class Tally {
  private final Map<String, Long> sent = new TreeMap<>();
  private final Map<String, Long> results = new TreeMap<>();

  synchronized void sent(String kind, long count) {
    sent.merge(kind, count, Long::sum);
  }

  /** Add the counters of an answer to a batch. */
  synchronized void answered(JsonNode answer) {
    for (String result : new String[] {"stored", "unchanged", "rejected"}) {
      results.merge(result, answer.path(result).asLong(), Long::sum);
    }
  }

  synchronized long of(String result) {
    return results.getOrDefault(result, 0L);
  }

  synchronized long sentInAll() {
    return sent.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized Map<String, Long> sent() {
    return new TreeMap<>(sent);
  }
}

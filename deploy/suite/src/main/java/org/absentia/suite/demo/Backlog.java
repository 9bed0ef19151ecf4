package org.absentia.suite.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.absentia.suite.world.Message;

/** Messages that have been written and wait for the day on which they reach the trial. */
final class Backlog {
  private final NavigableMap<LocalDate, List<Message>> waiting = new TreeMap<>();

  void add(List<Message> messages) {
    for (Message message : messages) {
      waiting.computeIfAbsent(message.arrivesOn(), day -> new ArrayList<>()).add(message);
    }
  }

  /** Take out, in the order of the days, what has arrived by the end of a day. */
  List<Message> arrivedBy(LocalDate day) {
    NavigableMap<LocalDate, List<Message>> arrived = waiting.headMap(day, true);
    List<Message> messages = arrived.values().stream().flatMap(List::stream).toList();
    arrived.clear();
    return messages;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  LocalDate next() {
    return waiting.firstKey();
  }
}

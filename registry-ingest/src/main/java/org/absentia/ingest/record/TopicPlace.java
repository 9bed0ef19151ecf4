package org.absentia.ingest.record;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a message stands among those of its key: its producer wrote down when, and within one
 * millisecond the offset decides. A copy of the topic keeps the times but not the offsets.
 */
public record TopicPlace(Instant writtenAt, long offset) implements Comparable<TopicPlace> {
  private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

  private static final Comparator<TopicPlace> ORDER =
      Comparator.comparing(TopicPlace::writtenAt).thenComparingLong(TopicPlace::offset);

  /** The place of a Kafka record; a time that no one would write counts as the nearest possible. */
  public static TopicPlace of(long writtenAtMillis, long offset) {
    long millis = Math.clamp(writtenAtMillis, 0, LATEST.toEpochMilli());
    return new TopicPlace(Instant.ofEpochMilli(millis), offset);
  }

  /** When the message was written, as versions count time. */
  public long millis() {
    return writtenAt.toEpochMilli();
  }

  @Override
  public int compareTo(TopicPlace other) {
    return ORDER.compare(this, other);
  }
}

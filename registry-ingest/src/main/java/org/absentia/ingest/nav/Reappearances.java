package org.absentia.ingest.nav;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.absentia.ingest.record.TopicPlace;

/**
 * Lets a record that comes back after its tombstone count again. A version has the number of its
 * content's own time, a tombstone that of its writing: what comes back unchanged would stay below
 * for ever. So whatever stands on the topic after a tombstone of its key is told once more, under a
 * number of the time at which it was written there. Which numbers that makes follows from the set
 * of appearances alone, so neither order of arrival nor repetition matters.
 */
public final class Reappearances {
  private Reappearances() {}

  /** A version of a record, or its tombstone, at a place on the topic. */
  public record Appearance(long version, TopicPlace place, boolean deletes) {}

  /** A version to be told once more under another number. */
  public record Reappearance(long version, long number) {}

  /** What came back, among all appearances of one record. */
  public static Set<Reappearance> among(Collection<Appearance> appearances) {
    List<Appearance> tombstones = appearances.stream().filter(Appearance::deletes).toList();
    Set<Reappearance> found = new LinkedHashSet<>();
    for (Appearance content : appearances) {
      tombstones.stream()
          .filter(tombstone -> !content.deletes && follows(content, tombstone))
          .map(tombstone -> new Reappearance(content.version, number(content, tombstone)))
          .forEach(found::add);
    }
    return found;
  }

  private static boolean follows(Appearance content, Appearance tombstone) {
    return content.place.compareTo(tombstone.place) > 0;
  }

  /**
   * All tombstones of a record end in the same three digits, so there is one number for a tombstone
   * in each millisecond. What came back stands between that of its own millisecond and the one
   * before; above it only after a tombstone of that very millisecond.
   */
  private static long number(Appearance content, Appearance tombstone) {
    long deleted = content.place.millis() * NavVersion.TIES + tombstone.version % NavVersion.TIES;
    long tie = 1 + content.version % (NavVersion.TIES - 1);
    boolean sameMillisecond = content.place.millis() == tombstone.place.millis();
    return sameMillisecond ? deleted + tie : deleted - NavVersion.TIES + tie;
  }
}

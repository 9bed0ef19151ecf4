package org.absentia.analysis.run;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of those randomised to one label, in words that would have told the arm.
 *
 * @param withdrawn by furthest level at the lock; who did not withdraw is not counted
 * @param received whether anything of the arm's programme was received
 * @param adherence how much of what was planned under supervision
 * @param perProtocol whether treated as the protocol's rules want
 */
public record ArmConduct(
    String label,
    int participants,
    SortedMap<String, Integer> withdrawn,
    SortedMap<String, Integer> received,
    SortedMap<String, Integer> adherence,
    SortedMap<String, Integer> perProtocol) {

  public ArmConduct {
    withdrawn = Collections.unmodifiableSortedMap(new TreeMap<>(withdrawn));
    received = Collections.unmodifiableSortedMap(new TreeMap<>(received));
    adherence = Collections.unmodifiableSortedMap(new TreeMap<>(adherence));
    perProtocol = Collections.unmodifiableSortedMap(new TreeMap<>(perProtocol));
  }
}

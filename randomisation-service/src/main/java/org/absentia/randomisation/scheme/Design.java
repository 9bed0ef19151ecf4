package org.absentia.randomisation.scheme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Everything a trial commits to before its first participant; its canonical JSON is what is hashed
 * and published.
 *
 * @param slotsPerStratum how many slots each stratum has, where slots do not depend on arrivals
 */
public record Design(
    String trial,
    String version,
    List<String> arms,
    List<String> strata,
    OptionalInt slotsPerStratum,
    Scheme scheme) {
  public static final String ALGORITHM = "RND-1";
  public static final String FIRST_VERSION = "v1";

  /** The one stratum of minimisation. */
  public static final String ALL_PARTICIPANTS = "*";

  private static final int MOST_SLOTS = 100_000;

  public Design {
    arms = List.copyOf(arms);
    strata = List.copyOf(strata);
    IllegalDesign.unless(arms.size() >= 2, "arms", "names at least two arms");
    IllegalDesign.unless(
        arms.stream().distinct().count() == arms.size(), "arms", "names each arm once");
    IllegalDesign.unless(!strata.isEmpty(), "strata", "names at least one stratum");
    IllegalDesign.unless(
        strata.stream().distinct().count() == strata.size(), "strata", "names each stratum once");
    boolean fixed = scheme.fixedInAdvance();
    IllegalDesign.unless(
        slotsPerStratum.isPresent() == fixed,
        "slotsPerStratum",
        fixed ? "is required for this method" : "has no meaning for this method");
    IllegalDesign.unless(
        slotsPerStratum.orElse(1) >= 1 && slotsPerStratum.orElse(1) <= MOST_SLOTS,
        "slotsPerStratum",
        "lies between 1 and 100000");
    IllegalDesign.unless(
        !(scheme instanceof Minimisation) || strata.equals(List.of(ALL_PARTICIPANTS)),
        "strata",
        "is [\"*\"] for minimisation, whose factors take the place of strata");
    scheme.checkArms(arms.size());
  }

  public byte[] canonical() {
    Map<String, Object> members = new HashMap<>(scheme.settings());
    members.put("alg", ALGORITHM);
    members.put("trial", trial);
    members.put("version", version);
    members.put("method", scheme.method());
    members.put("arms", arms);
    members.put("strata", strata);
    slotsPerStratum.ifPresent(slots -> members.put("slotsPerStratum", slots));
    return CanonicalJson.bytes(members);
  }

  /**
   * Opens the stream of one stratum, also of one that the design does not name, at its beginning.
   */
  public IntegerStream stream(Secret key, String stratum) {
    return new IntegerStream(key, trial, stratum, version);
  }
}

package org.absentia.randomisation.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.KeyMode;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.scheme.WeightedEpochs;

/**
 * Reads the section {@code randomisation}. A trial can be opened with any method; one with an
 * imported list once the list is there.
 */
final class DesignReader {
  private static final long MOST_SLOTS = 1_000_000;

  private final String trial;
  private final List<String> arms;

  DesignReader(String trial, List<Arm> arms) {
    this.trial = trial;
    this.arms = arms.stream().map(Arm::name).toList();
  }

  Optional<Design> read(JsonReader in, StrataReader stratified) {
    if (in.node().isMissingNode()) {
      return Optional.empty();
    }
    OptionalInt slots = in.integer("slotsPerStratum");
    Optional<Scheme> scheme =
        SchemeReader.read(in, List.of("slotsPerStratum", "keyMode", "beacon"));
    if (scheme.isEmpty() || !named(arms, 2) || !named(stratified.crossed(), 1)) {
      return Optional.empty();
    }
    return design(in, strata(in, scheme.orElseThrow(), stratified), slots, scheme.orElseThrow());
  }

  private static List<String> strata(JsonReader in, Scheme scheme, StrataReader stratified) {
    return switch (scheme) {
      case Minimisation minimised -> {
        if (!Set.copyOf(minimised.factors()).equals(Set.copyOf(stratified.factors()))) {
          in.fault("factors", "are the factors of the strata");
        }
        yield List.of(Design.ALL_PARTICIPANTS);
      }
      case ImportedList list -> {
        if (in.node().path("keyMode").asText().equals(KeyMode.TWO_SHARES.name())) {
          in.fault("keyMode", "is SINGLE_SHARE for a list, whose arms no key draws");
        }
        yield stratified.crossed();
      }
      case SequenceScheme sequence -> stratified.crossed();
      case WeightedEpochs epochs -> stratified.crossed();
    };
  }

  private Optional<Design> design(
      JsonReader in, List<String> strata, OptionalInt slots, Scheme scheme) {
    if ((long) strata.size() * slots.orElse(0) > MOST_SLOTS) {
      in.fault("slotsPerStratum", "gives at most a million slots in all strata");
      return Optional.empty();
    }
    try {
      return Optional.of(new Design(trial, Design.FIRST_VERSION, arms, strata, slots, scheme));
    } catch (IllegalDesign illegal) {
      // the arms stand elsewhere in the document; here it is the method that does not fit them
      String member = illegal.member().equals("arms") ? "method" : illegal.member();
      in.fault(member, String.valueOf(illegal.getMessage()));
      return Optional.empty();
    }
  }

  // faults of these lists are noted where they stand
  private static boolean named(List<String> names, int least) {
    return names.size() >= least && names.stream().distinct().count() == names.size();
  }
}

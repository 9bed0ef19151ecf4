package org.absentia.randomisation.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.scheme.WeightedEpochs;

/**
 * Reads the section {@code randomisation}. A trial can be opened with any method whose arms follow
 * from the slot's number (weighted epochs: as long as the initial weights are in force).
 */
final class DesignReader {
  private final String trial;
  private final List<String> arms;

  DesignReader(String trial, List<Arm> arms) {
    this.trial = trial;
    this.arms = arms.stream().map(Arm::name).toList();
  }

  List<String> levels(JsonReader strata) {
    List<String> levels = Members.requiredTexts(strata, "levels");
    if (levels.isEmpty() || levels.stream().distinct().count() != levels.size()) {
      strata.fault("levels", "names at least one stratum, each once");
    }
    return levels;
  }

  Optional<Design> read(JsonReader in, List<String> strata) {
    if (in.node().isMissingNode()) {
      return Optional.empty();
    }
    OptionalInt slots = in.integer("slotsPerStratum");
    Optional<Scheme> scheme =
        SchemeReader.read(in, List.of("slotsPerStratum", "keyMode", "beacon"));
    scheme
        .filter(read -> !(read instanceof SequenceScheme || read instanceof WeightedEpochs))
        .ifPresent(read -> in.fault("method", "is not offered for a trial yet"));
    if (scheme.isEmpty() || !named(arms, 2) || !named(strata, 1)) {
      return Optional.empty();
    }
    return design(in, strata, slots, scheme.orElseThrow());
  }

  private Optional<Design> design(
      JsonReader in, List<String> strata, OptionalInt slots, Scheme scheme) {
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

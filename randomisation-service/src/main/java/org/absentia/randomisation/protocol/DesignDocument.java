package org.absentia.randomisation.protocol;

import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.Scheme;

/** Reads a whole design as its canonical JSON writes it. */
public final class DesignDocument {
  /** What every design has beside its method and that method's settings. */
  public static final List<String> COMMON =
      List.of("alg", "trial", "version", "arms", "strata", "slotsPerStratum");

  private DesignDocument() {}

  /** Returns the design; empty when a fault was noted. */
  public static Optional<Design> read(JsonReader in) {
    if (!in.requiredText("alg").equals(Design.ALGORITHM)) {
      in.fault("alg", "must be " + Design.ALGORITHM);
    }
    Optional<Scheme> scheme = SchemeReader.read(in, COMMON);
    String trial = in.requiredText("trial");
    String version = in.requiredText("version");
    List<String> arms = Members.requiredTexts(in, "arms");
    List<String> strata = Members.requiredTexts(in, "strata");
    var slots = in.integer("slotsPerStratum");
    if (in.faults().any()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Design(trial, version, arms, strata, slots, scheme.orElseThrow()));
    } catch (IllegalDesign illegal) {
      in.fault(illegal.member(), String.valueOf(illegal.getMessage()));
      return Optional.empty();
    }
  }
}

package org.absentia.randomisation.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.deviation.Deviation;

/**
 * How a trial's slots were used, for auditors. No arm before two persons opened the bundle.
 *
 * @param entries how many entries the log had
 */
public record AllocationReport(
    String trialId,
    Instant reportedAt,
    long entries,
    List<StratumUse> strata,
    Looks armLooks,
    List<CodeBreak> codeBreaks,
    List<Disclosure> disclosures,
    List<RecruiterLags> recruiters,
    List<Deviation> deviations) {
  public AllocationReport {
    strata = List.copyOf(strata);
    codeBreaks = List.copyOf(codeBreaks);
    disclosures = List.copyOf(disclosures);
    recruiters = List.copyOf(recruiters);
    deviations = List.copyOf(deviations);
  }

  /**
   * The slots of a stratum.
   *
   * @param missing numbers below the last used slot that the log neither took nor voided
   * @param repeated numbers that the log used twice
   * @param arms how many slots each arm got, once the bundle was opened
   */
  public record StratumUse(
      String stratum,
      int taken,
      List<VoidedSlot> voided,
      List<Integer> missing,
      List<Integer> repeated,
      List<EpochStart> epochs,
      Optional<Map<String, Integer>> arms) {
    public StratumUse {
      voided = List.copyOf(voided);
      missing = List.copyOf(missing);
      repeated = List.copyOf(repeated);
      epochs = List.copyOf(epochs);
    }
  }

  /** A slot that nobody took. */
  public record VoidedSlot(int slot, String reason, Instant voidedAt) {}

  /** Weights from a slot on. */
  public record EpochStart(int fromSlot, List<Long> weights, Instant startedAt) {
    public EpochStart {
      weights = List.copyOf(weights);
    }
  }

  /** How often arms were shown. */
  public record Looks(int looks, int participants, int mostOfOneParticipant) {}

  /** A code that was broken, and why. */
  public record CodeBreak(Instant brokenAt, String proposal, String reason) {}

  /**
   * How long participants who were ready waited for one recruiter's requests.
   *
   * @param recruiter opaque, alike for one recruiter in one trial
   */
  public record RecruiterLags(String recruiter, int requests, Minutes minutes) {}

  /** A distribution of waits. */
  public record Minutes(
      double minimum, double firstQuartile, double median, double thirdQuartile, double maximum) {}
}

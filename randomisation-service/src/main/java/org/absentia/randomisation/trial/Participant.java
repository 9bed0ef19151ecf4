package org.absentia.randomisation.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.Assessment;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;

/**
 * Someone who consented and was enrolled.
 *
 * @param personal what erasure removes; empty once erased
 */
public record Participant(
    UUID id,
    String trialId,
    String candidateId,
    Consent consent,
    LocalDate inclusionDate,
    Optional<Personal> personal,
    Instant enrolledAt) {
  /** Consent to a version of the form. */
  public record Consent(String version, LocalDate givenOn) {}

  /**
   * What is known of the person.
   *
   * @param requestDigest digest of the enrolment as first sent
   * @param salt salt of the pseudonym in the log
   * @param office of the list that named the candidate, where the strata need it
   */
  public record Personal(
      Answers answers, Hash requestDigest, Secret salt, Optional<String> office) {
    /** Scores the answers and finds the stratum. */
    public Assessment assessed(Protocol protocol) {
      return Assessment.of(protocol, answers, office);
    }
  }
}

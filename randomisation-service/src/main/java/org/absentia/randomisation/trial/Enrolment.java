package org.absentia.randomisation.trial;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;

/** What a recruiter sends to enrol a candidate. */
public record Enrolment(
    String candidateId, Participant.Consent consent, LocalDate inclusionDate, Answers answers) {
  /** Returns a digest that two equal enrolments share. */
  Hash digest() {
    String canonical =
        CanonicalJson.write(
            Map.of(
                "candidateId", candidateId,
                "consentVersion", consent.version(),
                "consentGivenOn", consent.givenOn().toString(),
                "inclusionDate", inclusionDate.toString(),
                "answers", answers.canonical()));
    return Hash.of(canonical.getBytes(StandardCharsets.UTF_8));
  }
}

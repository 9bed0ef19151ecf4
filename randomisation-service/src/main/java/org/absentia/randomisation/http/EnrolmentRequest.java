package org.absentia.randomisation.http;

import java.time.LocalDate;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.AnswersReader;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.trial.CandidateId;
import org.absentia.randomisation.trial.Enrolment;
import org.absentia.randomisation.trial.Participant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A candidate's enrolment as the recruiter sends it. */
@Schema(requiredProperties = {"candidateId", "consent", "inclusionDate", "answers"})
public record EnrolmentRequest(
    String candidateId,
    Participant.Consent consent,
    LocalDate inclusionDate,
    @Schema(
            implementation = Object.class,
            type = SchemaType.OBJECT,
            description =
                "Values by name of the protocol's baseline variables of source ANSWER, and items by instrument",
            examples = "{\"age\":49,\"items\":{\"ompsq-sf\":[1,2,3,4,5,6,7,8,9,null]}}")
        Answers answers) {
  static EnrolmentRequest read(JsonReader in, Protocol protocol) {
    in.noOthers("candidateId", "consent", "inclusionDate", "answers");
    JsonReader consent = in.requiredObject("consent");
    return new EnrolmentRequest(
        candidateId(in),
        new Participant.Consent(consent.requiredText("version"), consent.requiredDate("givenOn")),
        in.requiredDate("inclusionDate"),
        new AnswersReader(protocol).read(in.requiredObject("answers")));
  }

  static String candidateId(JsonReader in) {
    String candidateId = in.requiredText("candidateId");
    if (!candidateId.isEmpty() && !CandidateId.fits(candidateId)) {
      in.fault("candidateId", "must be a candidate's id as registry-ingest gave it, a UUID");
    }
    return candidateId;
  }

  Enrolment toEnrolment() {
    return new Enrolment(candidateId, consent, inclusionDate, answers);
  }
}

package org.absentia.randomisation.http;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.protocol.ItemsReader;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.questionnaire.Submission;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Answers at a timepoint: all of them, since what is absent is missing.
 *
 * @param answeredOn today where absent, in a later version the day of the one before
 * @param reason needed to change or take back an answer, not to add one
 */
@Schema(requiredProperties = "items")
public record QuestionnaireRequest(
    @Schema(
            implementation = Object.class,
            type = SchemaType.OBJECT,
            description = "Items by instrument of the timepoint, null where missing",
            examples = "{\"hads-anxiety\":[1,0,2,1,null,0,3]}")
        Object items,
    LocalDate answeredOn,
    String reason) {
  private static final int LONGEST_REASON = 200;

  static Submission read(JsonReader in, Protocol protocol, Timepoint timepoint) {
    in.noOthers("items", "answeredOn", "reason");
    return Submission.ofStaff(
        ItemsReader.read(in.requiredObject("items"), asked(protocol, timepoint)),
        in.date("answeredOn"),
        reason(in, "reason"));
  }

  static Function<String, Optional<Instrument>> asked(Protocol protocol, Timepoint timepoint) {
    return name ->
        timepoint.instruments().contains(name) ? protocol.instrument(name) : Optional.empty();
  }

  /** Reads a reason, which must not name a person. */
  static Optional<String> reason(JsonReader in, String name) {
    Optional<String> reason = in.text(name);
    if (reason.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
      in.fault(name, "has at most " + LONGEST_REASON + " characters");
    }
    if (reason.filter(NationalIdentifiers::in).isPresent()) {
      in.fault(name, "must not hold a national identifier");
    }
    return reason;
  }
}

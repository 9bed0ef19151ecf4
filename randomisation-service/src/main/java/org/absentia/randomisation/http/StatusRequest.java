package org.absentia.randomisation.http;

import java.time.LocalDate;
import java.util.Optional;
import org.absentia.randomisation.delivery.ProgrammeStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of a programme as a whole.
 *
 * @param known whether the log holds every session there was
 * @param received whether there was anything at all; only where the sessions are not known
 * @param leaveSince first day of the sick leave, and who says so
 * @param backSince first day back in the contracted hours, and who says so
 */
@Schema(requiredProperties = "known")
public record StatusRequest(
    boolean known,
    Optional<Boolean> received,
    Optional<LocalDate> startedOn,
    Optional<LocalDate> endedOn,
    Optional<ProgrammeStatus.EndReason> endReason,
    Optional<ProgrammeStatus.Sourced> leaveSince,
    Optional<ProgrammeStatus.Sourced> backSince) {
  static StatusRequest of(ProgrammeStatus status) {
    return new StatusRequest(
        status.complete(),
        status.received(),
        status.startedOn(),
        status.endedOn(),
        status.endReason(),
        status.leaveSince(),
        status.backSince());
  }
}

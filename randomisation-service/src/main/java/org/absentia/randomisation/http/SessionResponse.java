package org.absentia.randomisation.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.randomisation.delivery.Session;

/**
 * A version of a session.
 *
 * @param recordedInError true in a version that says there was no such session; the rest is empty
 */
public record SessionResponse(
    UUID sessionId,
    int version,
    Instant recordedAt,
    boolean recordedInError,
    Optional<String> component,
    Optional<LocalDate> heldOn,
    Optional<Session.Mode> mode,
    OptionalInt minutes,
    Optional<String> provider,
    List<String> contents,
    Optional<FidelitySample> fidelity) {
  static SessionResponse of(Session session) {
    Optional<Session.Content> content = session.content();
    return new SessionResponse(
        session.id(),
        session.version(),
        session.recordedAt(),
        content.isEmpty(),
        content.map(Session.Content::component),
        content.map(Session.Content::heldOn),
        content.map(Session.Content::mode),
        content.map(Session.Content::minutes).orElse(OptionalInt.empty()),
        content.flatMap(Session.Content::provider),
        content.map(Session.Content::contents).orElse(List.of()),
        content.flatMap(Session.Content::fidelity).map(FidelitySample::of));
  }
}

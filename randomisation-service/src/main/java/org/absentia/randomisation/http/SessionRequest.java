package org.absentia.randomisation.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.randomisation.delivery.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as its deliverer reports it.
 *
 * @param sessionId made by the sender, so that a repetition is known; may be left out
 */
@Schema(requiredProperties = {"component", "heldOn", "mode"})
public record SessionRequest(
    Optional<UUID> sessionId,
    String component,
    LocalDate heldOn,
    Session.Mode mode,
    OptionalInt minutes,
    Optional<String> provider,
    List<String> contents,
    Optional<FidelitySample> fidelity) {
  static final String[] MEMBERS = {
    "sessionId", "component", "heldOn", "mode", "minutes", "provider", "contents", "fidelity"
  };
}

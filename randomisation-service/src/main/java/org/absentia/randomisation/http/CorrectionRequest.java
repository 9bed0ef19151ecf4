package org.absentia.randomisation.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.delivery.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as it should have been reported.
 *
 * @param version that was read and is corrected
 */
@Schema(requiredProperties = {"version", "component", "heldOn", "mode"})
public record CorrectionRequest(
    int version,
    String component,
    LocalDate heldOn,
    Session.Mode mode,
    OptionalInt minutes,
    Optional<String> provider,
    List<String> contents,
    Optional<FidelitySample> fidelity) {
  static final String[] MEMBERS = {
    "version", "component", "heldOn", "mode", "minutes", "provider", "contents", "fidelity"
  };
}

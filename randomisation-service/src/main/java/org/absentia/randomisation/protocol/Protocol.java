package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;

/**
 * What this service needs of a protocol document that was found to be whole.
 *
 * @param invitation the design of the first of two stages, whose arms are offers
 * @param canonical the whole document as canonical JSON
 */
public record Protocol(
    String trial,
    String title,
    List<Arm> arms,
    Recruitment recruitment,
    String consentVersion,
    List<Instrument> instruments,
    Strata strata,
    Design design,
    Optional<Design> invitation,
    KeyMaking keyMaking,
    List<BaselineVariable> baseline,
    Optional<DeliveryPlan> delivery,
    Conduct conduct,
    List<Timepoint> timepoints,
    String canonical) {
  public Protocol {
    arms = List.copyOf(arms);
    instruments = List.copyOf(instruments);
    baseline = List.copyOf(baseline);
    timepoints = List.copyOf(timepoints);
  }

  /** Returns a copy of a document without the sections that could help to foresee allocations. */
  public static JsonNode withoutDesign(JsonNode document) {
    ObjectNode rest = document.deepCopy();
    rest.remove("randomisation");
    rest.remove("invitation");
    return rest;
  }

  /** Returns the canonical document without what tells its designs. */
  public String canonicalWithoutDesign() {
    JsonNode whole = JsonReader.parse(canonical.getBytes(StandardCharsets.UTF_8));
    return PlainJson.canonical(withoutDesign(whole));
  }

  /** Returns the digest of the whole document. */
  public Hash digest() {
    return Hash.of(canonical.getBytes(StandardCharsets.UTF_8));
  }

  /** Tells whether consent to this version of the form counts. */
  public boolean admitsConsent(String version) {
    return version.equals(consentVersion)
        || conduct.legal().filter(legal -> legal.consentVersions().contains(version)).isPresent();
  }

  public Optional<Timepoint> timepoint(String name) {
    return timepoints.stream().filter(timepoint -> timepoint.name().equals(name)).findFirst();
  }

  public Timepoint baselineTimepoint() {
    return timepoint(Timepoint.BASELINE).orElseThrow();
  }

  /** Returns the instruments of a timepoint in its order. */
  public List<Instrument> asked(Timepoint timepoint) {
    return timepoint.instruments().stream().map(name -> instrument(name).orElseThrow()).toList();
  }

  public Optional<Instrument> instrument(String name) {
    return instruments.stream().filter(instrument -> instrument.name().equals(name)).findFirst();
  }
}

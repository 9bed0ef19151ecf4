package org.absentia.randomisation.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Stratification;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;

/**
 * What this service needs of a protocol document that was found to be whole.
 *
 * @param canonical the whole document as canonical JSON
 */
public record Protocol(
    String trial,
    String title,
    List<Arm> arms,
    Recruitment recruitment,
    String consentVersion,
    List<Instrument> instruments,
    Stratification stratification,
    Design design,
    List<BaselineVariable> baseline,
    String canonical) {
  public Protocol {
    arms = List.copyOf(arms);
    instruments = List.copyOf(instruments);
    baseline = List.copyOf(baseline);
  }

  public Hash digest() {
    return Hash.of(canonical.getBytes(StandardCharsets.UTF_8));
  }

  public Optional<Instrument> instrument(String name) {
    return instruments.stream().filter(instrument -> instrument.name().equals(name)).findFirst();
  }
}

package org.absentia.randomisation.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.protocol.BaselineVariable.CategoryForm;
import org.absentia.randomisation.protocol.BaselineVariable.Form;
import org.absentia.randomisation.protocol.BaselineVariable.Kind;
import org.absentia.randomisation.protocol.BaselineVariable.NumberForm;
import org.absentia.randomisation.protocol.BaselineVariable.Source;
import org.absentia.randomisation.protocol.BaselineVariable.Summary;

/** Reads the section {@code baseline}: the variables of the trial's Table 1. */
final class BaselineReader {
  /** Where a variable comes from, as the document says it. */
  enum Origin {
    ANSWER,
    INSTRUMENT,
    STRATUM,
    OUTCOME
  }

  private static final String NAME = "[a-z][A-Za-z0-9]{0,62}";

  private BaselineReader() {}

  static List<BaselineVariable> read(
      JsonReader in, List<Instrument> instruments, List<String> levels) {
    List<BaselineVariable> variables = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonReader entry : in.objects("baseline")) {
      String name = entry.requiredText("name");
      if (entry.has("name") && (!name.matches(NAME) || name.equals("items"))) {
        entry.fault("name", "starts with a small letter, has letters and digits, is not items");
      }
      if (!names.add(name)) {
        entry.fault("name", "names a variable a second time");
      }
      entry.requiredText("label");
      checkSummary(entry);
      variables.add(new BaselineVariable(name, form(entry), source(entry, instruments, levels)));
    }
    return variables;
  }

  private static Form form(JsonReader in) {
    return switch (in.requiredChoice("kind", Kind.class)) {
      case NUMBER -> {
        Optional<BigDecimal> minimum = in.decimal("minimum");
        Optional<BigDecimal> maximum = in.decimal("maximum");
        if (minimum.isPresent()
            && maximum.filter(most -> most.compareTo(minimum.orElseThrow()) < 0).isPresent()) {
          in.fault("maximum", "must not lie below the minimum");
        }
        yield new NumberForm(minimum, maximum);
      }
      case CATEGORY -> {
        List<String> levels = Members.requiredTexts(in, "levels");
        if (levels.stream().distinct().count() != levels.size()) {
          in.fault("levels", "names each level once");
        }
        in.texts("show").stream()
            .filter(shown -> !levels.contains(shown))
            .findFirst()
            .ifPresent(unknown -> in.fault("show", "names only levels of the variable"));
        yield new CategoryForm(levels);
      }
    };
  }

  private static Source source(JsonReader in, List<Instrument> instruments, List<String> levels) {
    return switch (in.requiredChoice("source", Origin.class)) {
      case ANSWER -> new BaselineVariable.FromAnswer();
      case INSTRUMENT -> {
        String name = in.requiredText("instrument");
        if (in.has("instrument")
            && instruments.stream().noneMatch(instrument -> instrument.name().equals(name))) {
          in.fault("instrument", "must be an instrument that this protocol asks for at baseline");
        }
        yield new BaselineVariable.FromInstrument(name);
      }
      case STRATUM -> {
        String stratum = in.requiredText("stratum");
        if (in.has("stratum") && !levels.contains(stratum)) {
          in.fault("stratum", "must be one of the strata");
        }
        yield new BaselineVariable.FromStratum(stratum);
      }
      case OUTCOME -> new BaselineVariable.FromOutcome();
    };
  }

  private static void checkSummary(JsonReader in) {
    switch (in.requiredChoice("summary", Summary.class)) {
      case PERCENT_AT_LEAST -> in.requiredDecimal("atLeast");
      case BANDS -> checkBands(in);
      case MEDIAN_IQR, MEAN_SD, PERCENT -> {
        // need nothing more
      }
    }
  }

  private static void checkBands(JsonReader in) {
    List<JsonReader> bands = in.objects("bands");
    if (bands.isEmpty()) {
      in.fault("bands", "holds at least one band");
    }
    for (JsonReader band : bands) {
      band.requiredText("label");
      BigDecimal from = band.requiredDecimal("from");
      if (band.requiredDecimal("to").compareTo(from) < 0) {
        band.fault("to", "must not lie below from");
      }
    }
  }
}

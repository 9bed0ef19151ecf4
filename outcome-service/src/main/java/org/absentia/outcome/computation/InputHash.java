package org.absentia.outcome.computation;

import java.time.LocalDate;
import java.util.List;
import org.absentia.outcome.computation.OutcomeVersion.Input;

/** The digest of all that an outcome is derived from. */
final class InputHash {
  /** Changes when the rules change, so that everything is computed anew. */
  private static final String RULES = "absentia-outcome-1";

  private InputHash() {}

  static String of(
      String definition, LocalDate indexDate, OutcomeStatus status, List<Input> inputs) {
    StringBuilder text = new StringBuilder(RULES).append('\n');
    text.append(definition).append('\n').append(indexDate).append('\n').append(status);
    for (Input input : inputs) {
      text.append('\n').append(input.version()).append(' ').append(onOneLine(input.recordId()));
    }
    return Sha256.of(text.toString());
  }

  /** An id with a line break in it must not read as two inputs. */
  private static String onOneLine(String recordId) {
    return recordId.replace("\\", "\\\\").replace("\n", "\\n");
  }
}

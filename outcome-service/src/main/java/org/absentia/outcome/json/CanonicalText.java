package org.absentia.outcome.json;

import org.absentia.outcome.computation.OutcomeText;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Outcome;

/** Outcomes and definitions as JSON text with members in a fixed order and without blanks. */
public final class CanonicalText implements OutcomeText {
  @Override
  public String of(Outcome outcome) {
    return OutcomeWriting.values(outcome).toString();
  }

  @Override
  public String of(OutcomeDefinition definition) {
    return DefinitionWriting.write(definition).toString();
  }
}

package org.absentia.outcome.computation;

import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.Outcome;

/** The canonical text of what is kept and hashed: equal things, equal texts. */
public interface OutcomeText {
  String of(Outcome outcome);

  String of(OutcomeDefinition definition);
}

package org.absentia.outcome.definition;

/** What vacation or leave inside a spell of sick pay counts: no absence, or as certified. */
public enum VacationInsideSpell {
  NOT_ABSENT,
  AS_CERTIFIED
}

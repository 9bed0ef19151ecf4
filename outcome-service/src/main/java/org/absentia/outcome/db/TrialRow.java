package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.absentia.outcome.definition.OutcomeDefinition;

/** A trial and the outcome definition that counts. */
@Entity
@Table(name = "trial")
public class TrialRow {
  @Id
  @Column(name = "trial_id")
  String trialId = "";

  @ManyToOne
  @JoinColumn(name = "definition_hash")
  DefinitionRow definition = new DefinitionRow();

  OutcomeDefinition toDefinition() {
    return definition.toDefinition();
  }
}

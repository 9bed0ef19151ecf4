package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.DefinitionReading;
import org.absentia.outcome.json.StoredJson;

/** A trial and its outcome definition. */
@Entity
@Table(name = "trial")
public class TrialRow {
  @Id
  @Column(name = "trial_id")
  String trialId = "";

  @Column(nullable = false)
  int version;

  @Column(nullable = false)
  String definition = "";

  OutcomeDefinition toDefinition() {
    return StoredJson.read(definition, DefinitionReading::read);
  }
}

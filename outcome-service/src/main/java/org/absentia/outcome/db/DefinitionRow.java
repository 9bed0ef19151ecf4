package org.absentia.outcome.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.DefinitionReading;
import org.absentia.outcome.json.StoredJson;

/** An outcome definition under its hash. */
@Entity
@Table(name = "definition")
public class DefinitionRow {
  @Id String hash = "";
  String content = "";

  OutcomeDefinition toDefinition() {
    return StoredJson.read(content, DefinitionReading::read);
  }
}

package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "trial")
class TrialRow extends PanacheEntityBase {
  @Id String trialId = "";
  int version;
  String digest = "";
  String protocol = "";
}

package org.absentia.analysis.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.absentia.analysis.dataset.CandidateList;
import org.absentia.analysis.dataset.Canonical;

@Entity
@Table(name = "candidate_list")
class CandidateListRow extends PanacheEntityBase {
  @Id String listId = "";
  String trialId = "";
  int candidates;
  int screened;
  String notEligible = "";

  static List<CandidateListRow> of(String trialId) {
    return list("trialId", trialId);
  }

  CandidateList toCandidateList(Canonical canonical) {
    return new CandidateList(candidates, screened, canonical.readMap(notEligible, Integer.class));
  }
}

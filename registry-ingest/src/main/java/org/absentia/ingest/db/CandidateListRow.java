package org.absentia.ingest.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.absentia.ingest.intake.CandidateList;
import org.absentia.ingest.intake.JsonTree;
import org.absentia.ingest.screening.Screening;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "candidate_list")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CandidateListRow extends PanacheEntityBase {
  @Id UUID id;
  String trialId;
  String office;
  LocalDate listDate;
  int screened;
  int candidates;
  String notEligible;
  String createdBy;
  Instant createdAt;
  @Nullable Instant publishedAt;

  static CandidateListRow of(CandidateList list, String caller, Instant now) {
    CandidateListRow row = new CandidateListRow();
    row.id = list.listId();
    row.trialId = list.trialId();
    row.office = list.office();
    row.listDate = list.listDate();
    row.screened = list.screened();
    row.candidates = list.candidates().size();
    row.notEligible = json(list.notEligible());
    row.createdBy = caller;
    row.createdAt = now;
    return row;
  }

  CandidateList toList(List<CandidateList.Candidate> named) {
    Map<Screening.Reason, Integer> reasons = new EnumMap<>(Screening.Reason.class);
    JsonTree.ofStored(notEligible)
        .forEach(
            (reason, count) ->
                reasons.put(
                    Screening.Reason.valueOf(String.valueOf(reason)),
                    Integer.valueOf(String.valueOf(count))));
    return new CandidateList(id, trialId, office, listDate, named, screened, reasons);
  }

  private static String json(Map<Screening.Reason, Integer> reasons) {
    return reasons.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}

package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.absentia.randomisation.trial.AllocationBatch;

@Entity
@Table(name = "allocation_batch")
@IdClass(AllocationBatchRow.Key.class)
class AllocationBatchRow extends PanacheEntityBase {
  private static final String BETWEEN = " ";

  record Key(String trialId, String idempotencyKey) implements Serializable {}

  @Id String trialId = "";
  @Id String idempotencyKey = "";
  String members = "";
  Instant allocatedAt = Instant.EPOCH;

  static AllocationBatchRow of(AllocationBatch batch) {
    AllocationBatchRow row = new AllocationBatchRow();
    row.trialId = batch.trialId();
    row.idempotencyKey = batch.idempotencyKey();
    row.members =
        batch.members().stream().map(AllocationBatchRow::line).collect(Collectors.joining("\n"));
    row.allocatedAt = batch.allocatedAt();
    return row;
  }

  AllocationBatch toBatch() {
    List<AllocationBatch.Member> read =
        Arrays.stream(members.split("\n", -1)).map(AllocationBatchRow::member).toList();
    return new AllocationBatch(trialId, idempotencyKey, read, allocatedAt);
  }

  private static String line(AllocationBatch.Member member) {
    return member.participantId() + member.refusal().map(reason -> BETWEEN + reason).orElse("");
  }

  private static AllocationBatch.Member member(String line) {
    int end = line.indexOf(BETWEEN);
    return end < 0
        ? new AllocationBatch.Member(UUID.fromString(line), Optional.empty())
        : new AllocationBatch.Member(
            UUID.fromString(line.substring(0, end)), Optional.of(line.substring(end + 1)));
  }
}

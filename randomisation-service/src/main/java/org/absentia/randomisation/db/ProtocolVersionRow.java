package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.absentia.randomisation.conduct.ProtocolVersion;
import org.absentia.randomisation.protocol.Protocol;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "protocol_version")
class ProtocolVersionRow extends PanacheEntityBase {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  int amends;
  @Nullable Integer version;
  String protocol = "";
  String digest = "";
  String reason = "";
  String proposedBy = "";
  Instant proposedAt = Instant.EPOCH;
  @Nullable UUID proposalId;
  @Nullable Instant inForceSince;
  @Nullable Instant outcomeSince;
  @Nullable Instant publishedAt;

  static Optional<ProtocolVersionRow> newest(String trialId) {
    return ProtocolVersionRow.<ProtocolVersionRow>find(
            "trialId = ?1 and version is not null", Sort.descending("version"), trialId)
        .firstResultOptional();
  }

  static ProtocolVersionRow of(ProtocolVersion version) {
    ProtocolVersionRow row = new ProtocolVersionRow();
    row.id = version.id();
    row.trialId = version.protocol().trial();
    row.amends = version.amends();
    row.protocol = version.protocol().canonical();
    row.digest = version.protocol().digest().hex();
    row.reason = version.reason();
    row.proposedBy = version.proposedBy();
    row.proposedAt = version.proposedAt();
    return row;
  }

  int number() {
    return Objects.requireNonNull(version);
  }

  void approve(ProtocolVersion.InForce inForce) {
    version = inForce.version();
    proposalId = inForce.proposalId();
    inForceSince = inForce.since();
    outcomeSince = inForce.outcomeSince();
  }

  ProtocolVersion toVersion(Function<String, Protocol> reader) {
    return new ProtocolVersion(
        id, amends, reader.apply(protocol), reason, proposedBy, proposedAt, inForce());
  }

  private Optional<ProtocolVersion.InForce> inForce() {
    return Optional.ofNullable(version)
        .map(
            number ->
                new ProtocolVersion.InForce(
                    number,
                    Objects.requireNonNull(proposalId),
                    Objects.requireNonNull(inForceSince),
                    Objects.requireNonNull(outcomeSince)));
  }
}

package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Erasure;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "erasure")
class ErasureRow extends PanacheEntityBase {
  @Id UUID participantId = new UUID(0, 0);
  String trialId = "";
  UUID certificateId = new UUID(0, 0);
  LocalDate withdrawnOn = LocalDate.EPOCH;
  boolean randomised;
  String removed = "";
  long logSeq;
  String logHash = "";
  Instant erasedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  static ErasureRow of(Erasure erasure) {
    ErasureRow row = new ErasureRow();
    row.participantId = erasure.participantId();
    row.trialId = erasure.trialId();
    row.certificateId = erasure.certificateId();
    row.withdrawnOn = erasure.withdrawnOn();
    row.randomised = erasure.randomised();
    row.removed = CanonicalJson.write(erasure.removed());
    row.logSeq = erasure.logSeq();
    row.logHash = erasure.logHash().hex();
    row.erasedAt = erasure.erasedAt();
    return row;
  }

  Erasure toErasure() {
    List<String> kinds = new ArrayList<>();
    JsonReader.parse(removed.getBytes(StandardCharsets.UTF_8))
        .forEach(kind -> kinds.add(kind.asText()));
    return new Erasure(
        certificateId,
        participantId,
        trialId,
        withdrawnOn,
        randomised,
        kinds,
        logSeq,
        new Hash(logHash),
        erasedAt);
  }
}

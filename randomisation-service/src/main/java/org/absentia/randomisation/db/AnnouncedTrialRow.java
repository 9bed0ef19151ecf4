package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.AnnouncedTrial;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "announced_trial")
class AnnouncedTrialRow extends PanacheEntityBase implements SealedRow {
  @Id String trialId = "";
  String protocol = "";
  String digest = "";
  String shareCommitment = "";
  @Nullable String statisticianCommitment;
  byte[] sealedShare = {};
  byte[] sealedShareSalt = {};
  Instant announcedAt = Instant.EPOCH;

  static AnnouncedTrialRow of(AnnouncedTrial trial, Vault vault) {
    AnnouncedTrialRow row = new AnnouncedTrialRow();
    row.trialId = trial.id();
    row.protocol = trial.protocol().canonical();
    row.digest = trial.protocol().digest().hex();
    row.shareCommitment = trial.shareCommitment().hex();
    row.statisticianCommitment = trial.statisticianCommitment().map(Hash::hex).orElse(null);
    row.sealedShare = vault.seal(trial.share(), row.place("share"));
    row.sealedShareSalt = vault.seal(trial.shareSalt(), row.place("share-salt"));
    row.announcedAt = trial.announcedAt();
    return row;
  }

  AnnouncedTrial toTrial(Function<String, Protocol> reader, Vault vault) {
    return new AnnouncedTrial(
        reader.apply(protocol),
        new Hash(shareCommitment),
        Optional.ofNullable(statisticianCommitment).map(Hash::new),
        vault.openSecret(sealedShare, place("share")),
        vault.openSecret(sealedShareSalt, place("share-salt")),
        announcedAt);
  }

  private String place(String what) {
    return "announced-trial/" + trialId + "/" + what;
  }

  @Override
  public void rewrap(Vault vault) {
    sealedShare = vault.rewrap(sealedShare, place("share"));
    sealedShareSalt = vault.rewrap(sealedShareSalt, place("share-salt"));
  }
}

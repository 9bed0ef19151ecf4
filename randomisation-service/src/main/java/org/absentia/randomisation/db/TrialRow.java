package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.KeyMode;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialSecrets;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "trial")
class TrialRow extends PanacheEntityBase implements SealedRow {
  @Id String trialId = "";
  UUID eventId = new UUID(0, 0);
  String protocol = "";
  String digest = "";
  String design = "";
  String commitment = "";
  @Nullable String merkleRoot;
  String shareCommitment = "";
  String publicKey = "";
  String keyMode = "";
  @Nullable String statisticianCommitment;
  String beacon = "";
  byte @Nullable [] sealedStatisticianShare;
  byte @Nullable [] sealedStatisticianShareSalt;
  byte[] sealedShare = {};
  byte[] sealedShareSalt = {};
  byte[] sealedKey = {};
  byte[] sealedSalt = {};
  byte[] sealedHeadSeed = {};
  Instant openedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  static TrialRow of(Trial trial, TrialSecrets secrets, Vault vault) {
    TrialRow row = new TrialRow();
    row.trialId = trial.id();
    row.eventId = trial.eventId();
    row.protocol = trial.protocol().canonical();
    row.digest = trial.protocol().digest().hex();
    row.design = new String(trial.protocol().design().canonical(), StandardCharsets.UTF_8);
    row.commitment = trial.commitment().hex();
    row.merkleRoot = trial.merkleRoot().map(Hash::hex).orElse(null);
    row.shareCommitment = trial.shareCommitments().getLast().hex();
    row.beacon = trial.beacon();
    row.publicKey = trial.publicKey();
    row.keyMode = trial.keyMode().name();
    row.sealedShare = vault.seal(secrets.shares().getLast(), row.place("share"));
    row.sealedShareSalt = vault.seal(secrets.shareSalts().getLast(), row.place("share-salt"));
    if (trial.keyMode() == KeyMode.TWO_SHARES) {
      row.statisticianCommitment = trial.shareCommitments().getFirst().hex();
      row.sealedStatisticianShare =
          vault.seal(secrets.shares().getFirst(), row.place("statistician-share"));
      row.sealedStatisticianShareSalt =
          vault.seal(secrets.shareSalts().getFirst(), row.place("statistician-share-salt"));
    }
    row.sealedKey = vault.seal(secrets.key(), row.place("key"));
    row.sealedSalt = vault.seal(secrets.salt(), row.place("salt"));
    row.sealedHeadSeed = vault.seal(secrets.headSeed(), row.place("head-seed"));
    row.openedAt = trial.openedAt();
    return row;
  }

  Trial toTrial(Function<String, Protocol> reader) {
    return new Trial(
        trialId,
        eventId,
        Trial.FIRST_VERSION,
        reader.apply(protocol),
        new Hash(commitment),
        Optional.ofNullable(merkleRoot).map(Hash::new),
        Stream.of(Optional.ofNullable(statisticianCommitment), Optional.of(shareCommitment))
            .flatMap(Optional::stream)
            .map(Hash::new)
            .toList(),
        beacon,
        publicKey,
        KeyMode.valueOf(keyMode),
        openedAt);
  }

  TrialSecrets toSecrets(Vault vault) {
    return new TrialSecrets(
        both(vault, sealedStatisticianShare, "statistician-share", sealedShare, "share"),
        both(
            vault,
            sealedStatisticianShareSalt,
            "statistician-share-salt",
            sealedShareSalt,
            "share-salt"),
        vault.openSecret(sealedKey, place("key")),
        vault.openSecret(sealedSalt, place("salt")),
        vault.openSecret(sealedHeadSeed, place("head-seed")));
  }

  private List<Secret> both(
      Vault vault, byte @Nullable [] first, String firstPlace, byte[] second, String secondPlace) {
    Secret own = vault.openSecret(second, place(secondPlace));
    return first == null ? List.of(own) : List.of(vault.openSecret(first, place(firstPlace)), own);
  }

  private String place(String what) {
    return "trial/" + trialId + "/" + what;
  }

  @Override
  public void rewrap(Vault vault) {
    sealedShare = vault.rewrap(sealedShare, place("share"));
    sealedShareSalt = vault.rewrap(sealedShareSalt, place("share-salt"));
    sealedKey = vault.rewrap(sealedKey, place("key"));
    sealedSalt = vault.rewrap(sealedSalt, place("salt"));
    sealedHeadSeed = vault.rewrap(sealedHeadSeed, place("head-seed"));
    if (sealedStatisticianShare != null && sealedStatisticianShareSalt != null) {
      sealedStatisticianShare = vault.rewrap(sealedStatisticianShare, place("statistician-share"));
      sealedStatisticianShareSalt =
          vault.rewrap(sealedStatisticianShareSalt, place("statistician-share-salt"));
    }
  }
}

package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.ProtocolReader;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialSecrets;
import org.absentia.randomisation.trial.Trials;

/** The trials in PostgreSQL. */
@ApplicationScoped
class TrialRows implements Trials {
  /** An amendment that another process approved is seen here after at most this long. */
  private static final long FRESH_NANOS = 1_000_000_000L;

  private record Known(Trial trial, long readAt) {
    boolean isFresh() {
      return System.nanoTime() - readAt < FRESH_NANOS;
    }
  }

  private final Database database;
  private final Vault vault;
  private final ProtocolReader protocols;
  // reading its protocol is the dearest part of a request, and only an amendment changes a trial
  private final Map<String, Known> opened = new ConcurrentHashMap<>();

  TrialRows(Database database, Vault vault, ProtocolReader protocols) {
    this.database = database;
    this.vault = vault;
    this.protocols = protocols;
  }

  @Override
  public Optional<Trial> find(String trialId) {
    Known known = opened.get(trialId);
    if (known != null && known.isFresh()) {
      return Optional.of(known.trial());
    }
    Optional<ProtocolVersionRow> newest = ProtocolVersionRow.newest(trialId);
    int version = newest.map(ProtocolVersionRow::number).orElse(Trial.FIRST_VERSION);
    Optional<Trial> found =
        known != null && known.trial().version() == version
            ? Optional.of(known.trial())
            : TrialRow.<TrialRow>findByIdOptional(trialId).map(row -> inForce(row, newest));
    found.ifPresent(trial -> opened.put(trialId, new Known(trial, System.nanoTime())));
    return found;
  }

  @Override
  public Trial asOpened(String trialId) {
    return trial(TrialRow.findById(trialId));
  }

  /** Forgets what is known of a trial, since its protocol was amended. */
  void forget(String trialId) {
    opened.remove(trialId);
  }

  @Override
  public List<Trial> all() {
    return TrialRow.<TrialRow>listAll(Sort.by("trialId")).stream()
        .map(row -> inForce(row, ProtocolVersionRow.newest(row.trialId)))
        .toList();
  }

  @Override
  public void reserve(String trialId) {
    database.reserve("trial", trialId);
  }

  @Override
  public void add(Trial trial, TrialSecrets secrets) {
    TrialRow.of(trial, secrets, vault).persistAndFlush();
    for (String stratum : trial.protocol().design().strata()) {
      database
          .entities()
          .createNativeQuery("insert into stratum (trial_id, stratum) values (:trial, :stratum)")
          .setParameter("trial", trial.id())
          .setParameter("stratum", stratum)
          .executeUpdate();
    }
    database
        .entities()
        .createNativeQuery("insert into log_tip (trial_id, tip_hash) values (:trial, :hash)")
        .setParameter("trial", trial.id())
        .setParameter("hash", ChainTip.START.hash().hex())
        .executeUpdate();
  }

  @Override
  public TrialSecrets secrets(String trialId) {
    return TrialRow.<TrialRow>findById(trialId).toSecrets(vault);
  }

  @Override
  public List<Trial> unpublished(int limit) {
    return database.unpublished(TrialRow.class, "event_id", limit).stream()
        .map(this::trial)
        .toList();
  }

  @Override
  public void markPublished(List<UUID> eventIds) {
    database.markPublished(TrialRow.class, "event_id", eventIds);
  }

  private Trial inForce(TrialRow row, Optional<ProtocolVersionRow> newest) {
    Trial first = trial(row);
    return newest
        .map(amended -> first.amended(amended.number(), protocol(amended.protocol)))
        .orElse(first);
  }

  private Trial trial(TrialRow row) {
    return row.toTrial(this::protocol);
  }

  private Protocol protocol(String canonical) {
    return protocols.read(JsonReader.parse(canonical.getBytes(StandardCharsets.UTF_8)));
  }
}

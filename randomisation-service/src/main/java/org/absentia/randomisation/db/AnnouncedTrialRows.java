package org.absentia.randomisation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.ProtocolReader;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.AnnouncedTrial;
import org.absentia.randomisation.trial.AnnouncedTrials;

/** The announced trials in PostgreSQL. */
@ApplicationScoped
class AnnouncedTrialRows implements AnnouncedTrials {
  private final Vault vault;
  private final ProtocolReader protocols;

  AnnouncedTrialRows(Vault vault, ProtocolReader protocols) {
    this.vault = vault;
    this.protocols = protocols;
  }

  @Override
  public Optional<AnnouncedTrial> find(String trialId) {
    return AnnouncedTrialRow.<AnnouncedTrialRow>findByIdOptional(trialId)
        .map(row -> row.toTrial(this::protocol, vault));
  }

  @Override
  public void add(AnnouncedTrial trial) {
    AnnouncedTrialRow.of(trial, vault).persist();
  }

  @Override
  public void commit(String trialId, Hash statisticianCommitment) {
    AnnouncedTrialRow.<AnnouncedTrialRow>findById(trialId).statisticianCommitment =
        statisticianCommitment.hex();
  }

  @Override
  public void remove(String trialId) {
    AnnouncedTrialRow.deleteById(trialId);
  }

  private Protocol protocol(String canonical) {
    return protocols.read(JsonReader.parse(canonical.getBytes(StandardCharsets.UTF_8)));
  }
}

package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.conduct.ProposedTrial;
import org.absentia.randomisation.conduct.ProposedTrials;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.ProtocolReader;

/** The proposed trials in PostgreSQL. */
@ApplicationScoped
class ProposedTrialRows implements ProposedTrials {
  private final ProtocolReader protocols;

  ProposedTrialRows(ProtocolReader protocols) {
    this.protocols = protocols;
  }

  @Override
  public Optional<ProposedTrial> last(String trialId) {
    return ProposedTrialRow.<ProposedTrialRow>find(
            "trialId", Sort.descending("proposedAt", "id"), trialId)
        .firstResultOptional()
        .map(row -> row.toTrial(this::protocol));
  }

  @Override
  public void add(ProposedTrial trial) {
    ProposedTrialRow.of(trial).persist();
  }

  @Override
  public void decide(ProposedTrial decided) {
    ProposedTrialRow.<ProposedTrialRow>findById(decided.id())
        .decide(decided.decision().orElseThrow());
  }

  private Protocol protocol(String canonical) {
    return protocols.read(JsonReader.parse(canonical.getBytes(StandardCharsets.UTF_8)));
  }
}

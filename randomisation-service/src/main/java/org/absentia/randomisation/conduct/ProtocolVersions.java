package org.absentia.randomisation.conduct;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Facts;

/** The versions of protocols after the first; as facts, those in force. */
public interface ProtocolVersions extends Facts<ProtocolVersion> {
  /** Returns them in the order in which they were proposed. */
  List<ProtocolVersion> ofTrial(String trialId);

  Optional<ProtocolVersion> find(String trialId, UUID id);

  void add(ProtocolVersion version);

  /** Puts a proposed version in force; the trial has it from the commit on. */
  void putInForce(UUID id, ProtocolVersion.InForce inForce);
}

package org.absentia.randomisation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.ProtocolReader;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.TrialKey;

/**
 * Opens a trial: fixes its protocol, draws its key and commits to every slot before anyone is
 * enrolled.
 */
@ApplicationScoped
public class OpenTrial {
  /** What came of the request. */
  public sealed interface Result {}

  /** The trial is open from now on. */
  public record Opened(Trial trial) implements Result {}

  /** The same document was opened before. */
  public record OpenedBefore(Trial trial) implements Result {}

  /** The trial has another protocol. */
  public record DiffersFromOpen() implements Result {}

  private final Trials trials;
  private final ProtocolReader protocols;
  private final SecureRandom random;
  private final Clock clock;
  private final Changes changes;

  OpenTrial(
      Trials trials, ProtocolReader protocols, SecureRandom random, Clock clock, Changes changes) {
    this.trials = trials;
    this.protocols = protocols;
    this.random = random;
    this.clock = clock;
    this.changes = changes;
  }

  /** Reads a document and refuses it with every fault. */
  public Protocol read(JsonNode document) {
    return protocols.read(document);
  }

  @Transactional
  public Result open(Protocol protocol) {
    trials.reserve(protocol.trial());
    Optional<Trial> open = trials.find(protocol.trial());
    if (open.isPresent()) {
      Trial trial = open.orElseThrow();
      return trial.protocol().digest().equals(protocol.digest())
          ? new OpenedBefore(trial)
          : new DiffersFromOpen();
    }
    Secret share = Secret.draw(random);
    HeadKey.Generated headKey = HeadKey.generate(random);
    TrialSecrets secrets =
        new TrialSecrets(
            share,
            Secret.draw(random),
            TrialKey.ofSingleShare(share, protocol.design().canonical()),
            Secret.draw(random),
            headKey.seed());
    Trial trial = trial(protocol, secrets, headKey.publicKey());
    trials.add(trial, secrets);
    changes.announce();
    return new Opened(trial);
  }

  private Trial trial(Protocol protocol, TrialSecrets secrets, String publicKey) {
    Concealment concealment = new Concealment(protocol.design(), secrets.key());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Trial(
        protocol.trial(),
        Ids.next(),
        protocol,
        concealment.commitment(secrets.salt()),
        concealment.merkleRoot(),
        TrialKey.shareCommitment(secrets.share(), secrets.shareSalt()),
        publicKey,
        Trial.KeyMode.SINGLE_SHARE,
        now);
  }
}

package org.absentia.randomisation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.protocol.ProtocolReader;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.KeyMode;
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

  /** The trial opens once the other share of its key was shown, or its list approved. */
  public record Announced(AnnouncedTrial trial) implements Result {}

  /** The trial has another protocol. */
  public record DiffersFromOpen() implements Result {}

  private final Trials trials;
  private final AnnouncedTrials announced;
  private final List<OpeningStep> steps;
  private final ProtocolReader protocols;
  private final SecureRandom random;
  private final Clock clock;
  private final Changes changes;

  OpenTrial(
      Trials trials,
      AnnouncedTrials announced,
      @All List<OpeningStep> steps,
      ProtocolReader protocols,
      SecureRandom random,
      Clock clock,
      Changes changes) {
    this.trials = trials;
    this.announced = announced;
    this.steps = steps;
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
    if (protocol.keyMaking().mode() == KeyMode.TWO_SHARES
        || protocol.design().scheme() instanceof ImportedList) {
      return announce(protocol);
    }
    return new Opened(
        withOne(protocol, Secret.draw(random), Secret.draw(random), Optional.empty()));
  }

  /** Opens an announced trial with an approved list; call it in a transaction. */
  Trial withList(AnnouncedTrial waiting, Hash merkleRoot) {
    return withOne(
        waiting.protocol(), waiting.share(), waiting.shareSalt(), Optional.of(merkleRoot));
  }

  private Trial withOne(Protocol protocol, Secret share, Secret salt, Optional<Hash> rootOfList) {
    return add(
        protocol,
        List.of(share),
        List.of(salt),
        TrialKey.ofSingleShare(share, protocol.design().canonical()),
        "",
        rootOfList);
  }

  private Result announce(Protocol protocol) {
    Optional<AnnouncedTrial> known = announced.find(protocol.trial());
    if (known.isPresent()) {
      return known.orElseThrow().protocol().digest().equals(protocol.digest())
          ? new Announced(known.orElseThrow())
          : new DiffersFromOpen();
    }
    Secret share = Secret.draw(random);
    Secret salt = Secret.draw(random);
    AnnouncedTrial trial =
        new AnnouncedTrial(
            protocol,
            TrialKey.shareCommitment(share, salt),
            Optional.empty(),
            share,
            salt,
            clock.instant());
    announced.add(trial);
    return new Announced(trial);
  }

  /** Opens an announced trial with the statistician's share; call it in a transaction. */
  Trial withBoth(AnnouncedTrial waiting, Secret share, Secret salt, String beacon) {
    return add(
        waiting.protocol(),
        List.of(share, waiting.share()),
        List.of(salt, waiting.shareSalt()),
        TrialKey.ofShares(share, waiting.share(), beacon, waiting.protocol().design().canonical()),
        beacon,
        Optional.empty());
  }

  private Trial add(
      Protocol protocol,
      List<Secret> shares,
      List<Secret> salts,
      Secret key,
      String beacon,
      Optional<Hash> rootOfList) {
    HeadKey.Generated headKey = HeadKey.generate(random);
    TrialSecrets secrets =
        new TrialSecrets(shares, salts, key, Secret.draw(random), headKey.seed());
    Trial trial = trial(protocol, secrets, headKey.publicKey(), beacon, rootOfList);
    trials.add(trial, secrets);
    steps.forEach(step -> step.opened(trial, secrets));
    changes.announce();
    return trial;
  }

  private Trial trial(
      Protocol protocol,
      TrialSecrets secrets,
      String publicKey,
      String beacon,
      Optional<Hash> rootOfList) {
    Concealment concealment = new Concealment(protocol.design(), secrets.key());
    Instant now = clock.instant();
    List<Hash> commitments =
        IntStream.range(0, secrets.shares().size())
            .mapToObj(
                i -> TrialKey.shareCommitment(secrets.shares().get(i), secrets.shareSalts().get(i)))
            .toList();
    return new Trial(
        protocol.trial(),
        Ids.next(),
        Trial.FIRST_VERSION,
        protocol,
        concealment.commitment(secrets.salt()),
        rootOfList.or(concealment::merkleRoot),
        commitments,
        beacon,
        publicKey,
        protocol.keyMaking().mode(),
        now);
  }
}

package org.absentia.bench.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.SlotCursor;
import org.absentia.randomisation.scheme.TrialKey;

/** Writes the bundle of a trial whose stratum was filled up, as the service would export it. */
final class LargeBundle {
  private static final String STRATUM = "ALL";
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final SecureRandom random = new SecureRandom();
  private final int allocations;
  private final Design design;
  private final Secret share = Secret.draw(random);
  private final Secret shareSalt = Secret.draw(random);
  private final Secret salt = Secret.draw(random);
  private final Concealment concealment;
  private final HeadKey.Generated headKey = HeadKey.generate(random);
  private final StringBuilder salts = new StringBuilder();
  private final StringBuilder analysis = new StringBuilder();

  LargeBundle(int allocations) {
    this.allocations = allocations;
    this.design =
        new Design(
            "bench",
            Design.FIRST_VERSION,
            List.of("UC", "MI", "SVAI"),
            List.of(STRATUM),
            OptionalInt.of(allocations),
            new PermutedBlock(Ratio.of(1, 1, 1), List.of(3, 6, 9)));
    this.concealment = new Concealment(design, TrialKey.ofSingleShare(share, design.canonical()));
  }

  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"format\":\"absentia-bundle-1\",\"design\":");
      out.write(new String(design.canonical(), UTF_8));
      out.write(published());
      out.write(",\"log\":[");
      ChainTip tip = log(out);
      out.write("],\"heads\":[" + head(new HeadKey(headKey.seed()).sign(tip, AT)) + "]");
      out.write(opening());
      out.write(",\"analysis\":[" + analysis.substring(1) + "]}");
    }
  }

  private String published() {
    return """
        ,"published":{"commitment":"%s","merkleRoot":"%s","shareCommitments":["%s"],"publicKey":"%s"}"""
        .formatted(
            concealment.commitment(salt).hex(),
            concealment.merkleRoot().orElseThrow().hex(),
            TrialKey.shareCommitment(share, shareSalt).hex(),
            headKey.publicKey());
  }

  private ChainTip log(BufferedWriter out) throws IOException {
    ChainTip tip = ChainTip.START;
    SlotCursor cursor = concealment.cursor(STRATUM, List.of());
    for (int slot = 0; slot < allocations; slot++) {
      int arm = cursor.arm(slot);
      for (LogEvent event : events(slot, arm)) {
        LogEntry entry = tip.append(event, AT);
        out.write(tip.count() == 0 ? "" : ",");
        out.write("{\"entry\":" + entry.canonical() + ",\"hash\":\"" + entry.hash().hex() + "\"}");
        tip = tip.after(entry);
      }
    }
    return tip;
  }

  private List<LogEvent> events(int slot, int arm) {
    String participant = "p-" + slot;
    Secret own = Secret.draw(random);
    salts.append(",\"%s\":\"%s\"".formatted(participant, own.hex()));
    analysis.append(
        ",{\"participant\":\"%s\",\"arm\":\"%s\"}".formatted(participant, design.arms().get(arm)));
    Pseudonym pseudonym = Pseudonym.of(own, participant);
    return List.of(
        new LogEvent.ConsentGiven(pseudonym),
        new LogEvent.StratumLocked(pseudonym, STRATUM, Map.of()),
        new LogEvent.EligibilityLocked(pseudonym),
        new LogEvent.SlotTaken(pseudonym, STRATUM, slot, concealment.leaf(STRATUM, slot, arm)));
  }

  private static String head(SignedHead head) {
    return "{\"count\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"signature\":\"%s\"}"
        .formatted(head.count(), head.hash().hex(), head.at(), head.signature());
  }

  private String opening() {
    return """
        ,"opening":{"key":"%s","salt":"%s","shares":["%s"],"shareSalts":["%s"],"beacon":"","personalSalts":{%s}}"""
        .formatted(
            concealment.key().hex(), salt.hex(), share.hex(), shareSalt.hex(), salts.substring(1));
  }
}

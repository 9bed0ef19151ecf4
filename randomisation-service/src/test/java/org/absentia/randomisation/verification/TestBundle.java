package org.absentia.randomisation.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.files.BundleReader;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Octets;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.SlotArms;
import org.absentia.randomisation.scheme.TrialKey;

/**
 * A whole trial as a bundle, made step by step, that a test may spoil: as an insider who rewrites
 * the log, its hashes and its heads, or as somebody who changes the finished file.
 */
final class TestBundle {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final Design design;
  private final HeadKey.Generated headKey = HeadKey.generate(new SecureRandom());
  private final ObjectNode file = MAPPER.createObjectNode();
  private final ArrayNode entries = MAPPER.createArrayNode();

  private TestBundle(Design design) {
    this.design = design;
  }

  /** Runs a trial in which participant i takes the next slot of stratum i modulo their number. */
  static TestBundle of(Design design, int participants) {
    TestBundle bundle = new TestBundle(design);
    bundle.open();
    for (int i = 0; i < participants; i++) {
      bundle.admit("p-" + i, design.strata().get(i % design.strata().size()));
    }
    bundle.deriveArms();
    bundle.seal();
    return bundle;
  }

  private void open() {
    Random random = new Random(4711);
    Secret first = Secret.draw(random);
    Secret second = Secret.draw(random);
    Secret firstSalt = Secret.draw(random);
    Secret secondSalt = Secret.draw(random);
    Secret salt = Secret.draw(random);
    Secret key = TrialKey.ofShares(first, second, "beacon", design.canonical());
    Concealment concealment = new Concealment(design, key);
    file.put("format", Bundle.FORMAT);
    file.set("design", json(new String(design.canonical(), UTF_8)));
    ObjectNode published = file.putObject("published");
    published.put("commitment", concealment.commitment(salt).hex());
    published.put("merkleRoot", concealment.merkleRoot().map(Hash::hex).orElse(null));
    published
        .putArray("shareCommitments")
        .add(TrialKey.shareCommitment(first, firstSalt).hex())
        .add(TrialKey.shareCommitment(second, secondSalt).hex());
    published.put("publicKey", headKey.publicKey());
    file.putArray("log");
    file.putArray("heads");
    ObjectNode opening = file.putObject("opening");
    opening.put("key", key.hex()).put("salt", salt.hex()).put("beacon", "beacon");
    opening.putArray("shares").add(first.hex()).add(second.hex());
    opening.putArray("shareSalts").add(firstSalt.hex()).add(secondSalt.hex());
    opening.putObject("personalSalts");
    file.putArray("analysis");
  }

  private void admit(String participant, String stratum) {
    Secret salt = Secret.draw(new Random(participant.hashCode()));
    opening().withObject("/personalSalts").put(participant, salt.hex());
    String pseudonym = Pseudonym.of(salt, participant).hash().hex();
    int slot = taken(stratum);
    entries.add(entry("CONSENT_GIVEN").put("participant", pseudonym));
    ObjectNode lock = entry("STRATUM_LOCKED").put("participant", pseudonym).put("stratum", stratum);
    if (stratum.equals(Design.ALL_PARTICIPANTS)) {
      lock.putObject("factors").put("sex", slot % 2 == 0 ? "F" : "M").put("site", "S" + slot % 3);
    }
    entries.add(lock);
    entries.add(entry("ELIGIBILITY_LOCKED").put("participant", pseudonym));
    entries.add(
        entry("SLOT_TAKEN")
            .put("participant", pseudonym)
            .put("stratum", stratum)
            .put("slot", slot)
            .put("leaf", ""));
    file.withArray("/analysis").addObject().put("participant", participant).put("arm", "");
  }

  private int taken(String stratum) {
    int taken = 0;
    for (JsonNode entry : entries) {
      boolean slot = entry.path("type").asText().startsWith("SLOT_");
      taken += slot && entry.path("stratum").asText().equals(stratum) ? 1 : 0;
    }
    return taken;
  }

  private static ObjectNode entry(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }

  /** Writes leaves and analysed arms as they follow from the log. */
  TestBundle deriveArms() {
    chain();
    SlotArms arms = DerivedArms.of(read());
    Concealment concealment = new Concealment(design, Secret.ofHex(opening().path("key").asText()));
    int analysed = 0;
    for (JsonNode entry : entries) {
      if (entry.path("type").asText().equals("SLOT_TAKEN")) {
        String stratum = entry.path("stratum").asText();
        int slot = entry.path("slot").asInt();
        OptionalInt arm = arms.arm(stratum, slot);
        ((ObjectNode) entry).put("leaf", concealment.leaf(stratum, slot, arm.orElseThrow()).hex());
        ((ObjectNode) file.path("analysis").get(analysed++))
            .put("arm", design.arms().get(arm.getAsInt()));
      }
    }
    return this;
  }

  /** Lets an insider change the entries and write numbers, hashes and heads anew. */
  TestBundle insider(Consumer<ArrayNode> change) {
    change.accept(entries);
    seal();
    return this;
  }

  /** Lets somebody change the finished file. */
  TestBundle outsider(Consumer<ObjectNode> change) {
    change.accept(file);
    return this;
  }

  ObjectNode opening() {
    return (ObjectNode) file.path("opening");
  }

  private void seal() {
    ChainTip tip = chain();
    SignedHead head = new HeadKey(headKey.seed()).sign(tip, AT);
    file.putArray("heads")
        .addObject()
        .put("count", head.count())
        .put("hash", head.hash().hex())
        .put("at", head.at())
        .put("signature", head.signature());
  }

  private ChainTip chain() {
    ArrayNode log = file.putArray("log");
    ChainTip tip = ChainTip.START;
    for (JsonNode entry : entries) {
      ((ObjectNode) entry)
          .put("seq", tip.count())
          .put("at", AT.plusSeconds(tip.count()).toString());
      String canonical = canonical(entry);
      Hash hash =
          Hash.of(
              new Octets().raw(tip.hash().bytes()).raw(canonical.getBytes(UTF_8)).toByteArray());
      log.addObject().put("hash", hash.hex()).set("entry", entry.deepCopy());
      tip = new ChainTip(tip.count() + 1, hash);
    }
    return tip;
  }

  private static String canonical(JsonNode entry) {
    return org.absentia.randomisation.protocol.PlainJson.canonical(entry);
  }

  Bundle read() {
    try {
      return BundleReader.read(new ByteArrayInputStream(MAPPER.writeValueAsBytes(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the kinds of faults that the checks find. */
  Set<BundleFault> faults() {
    Set<BundleFault> faults = EnumSet.noneOf(BundleFault.class);
    findings().forEach(finding -> faults.add(finding.fault()));
    return faults;
  }

  List<Finding> findings() {
    return Verification.of(read());
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package org.absentia.randomisation.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.OptionalInt;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Octets;

/**
 * Each entry has the next number and the hash of all before it. After a break the check goes on
 * from the stated hash, so that each break is named once.
 */
final class ChainCheck {
  private ChainCheck() {}

  static void run(Bundle bundle, Findings findings) {
    List<LoggedEntry> log = bundle.log();
    String before = Hash.ZERO.hex();
    for (int i = 0; i < log.size(); i++) {
      LoggedEntry entry = log.get(i);
      if (!entry.integer("seq").equals(OptionalInt.of(i))) {
        findings.addAtEntry(BundleFault.CHAIN_BROKEN, i, "seq is not " + i);
      }
      if (!follows(before, entry)) {
        findings.addAtEntry(
            BundleFault.CHAIN_BROKEN, i, "the hash is not that of this entry after the one before");
      }
      before = entry.hash();
    }
  }

  private static boolean follows(String before, LoggedEntry entry) {
    return Hash.isHex(before)
        && Hash.of(
                new Octets()
                    .raw(new Hash(before).bytes())
                    .raw(entry.canonical().getBytes(UTF_8))
                    .toByteArray())
            .hex()
            .equals(entry.hash());
  }
}

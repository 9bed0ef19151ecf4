package org.absentia.randomisation.verification;

import java.util.List;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.scheme.Hash;

/** Each head was signed with the trial's key and is one of this log. */
final class HeadCheck {
  private HeadCheck() {}

  static void run(Bundle bundle, Findings findings) {
    List<SignedHead> heads = bundle.heads();
    for (int i = 0; i < heads.size(); i++) {
      SignedHead head = heads.get(i);
      if (!HeadKey.verifies(bundle.published().publicKey(), head)) {
        add(findings, i, "the signature is not that of the published key");
      }
      if (head.count() < 0 || head.count() > bundle.log().size()) {
        add(findings, i, "it counts " + head.count() + " entries, the log has fewer");
      } else if (!stated(bundle.log(), (int) head.count()).equals(head.hash().hex())) {
        add(findings, i, "its hash is not that of entry " + (head.count() - 1));
      }
    }
  }

  private static String stated(List<LoggedEntry> log, int count) {
    return count == 0 ? Hash.ZERO.hex() : log.get(count - 1).hash();
  }

  private static void add(Findings findings, int head, String detail) {
    findings.add(BundleFault.HEAD_MISMATCH, "/heads/" + head, detail);
  }
}

package org.absentia.randomisation.allocation;

import java.util.Map;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;

/**
 * What the recruiter gets for an allocation: proof that a slot was taken, and nothing that depends
 * on the arm.
 *
 * @param receiptId 128 random bits as hex digits
 */
public record Receipt(
    String receiptId, String participantId, String stratum, int slot, Hash leaf, SignedHead head) {

  /**
   * Returns the receipt's one text, which is stored so that a repeated request gets the same bytes.
   */
  public String toJson() {
    return CanonicalJson.write(
        Map.of(
            "receiptId", receiptId,
            "participantId", participantId,
            "stratum", stratum,
            "slot", slot,
            "leaf", leaf.hex(),
            "head", head.members()));
  }
}

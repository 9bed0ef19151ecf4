package org.absentia.randomisation.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.TrialKey;

/** The opened secrets are those committed to, and the key follows from its shares. */
final class OpeningCheck {
  private OpeningCheck() {}

  static void run(Bundle bundle, Findings findings) {
    Bundle.Opening opening = bundle.opening();
    byte[] design = bundle.canonicalDesign().getBytes(UTF_8);
    if (!Concealment.commitment(design, opening.salt(), opening.key())
        .hex()
        .equals(bundle.published().commitment())) {
      findings.add(
          BundleFault.COMMITMENT_MISMATCH,
          "/published/commitment",
          "design, salt and key as opened are not what was committed to");
    }
    shares(bundle.published().shareCommitments(), opening, findings);
    if (!key(opening, design).filter(opening.key()::equals).isPresent()) {
      findings.add(
          BundleFault.SHARE_MISMATCH,
          "/opening/key",
          "the key does not follow from shares, design and beacon");
    }
  }

  private static void shares(List<String> commitments, Bundle.Opening opening, Findings findings) {
    if (commitments.size() != opening.shares().size()
        || commitments.size() != opening.shareSalts().size()) {
      findings.add(
          BundleFault.SHARE_MISMATCH,
          "/opening/shares",
          "there are %d commitments, %d shares and %d salts"
              .formatted(commitments.size(), opening.shares().size(), opening.shareSalts().size()));
      return;
    }
    for (int i = 0; i < commitments.size(); i++) {
      Secret share = opening.shares().get(i);
      if (!TrialKey.shareCommitment(share, opening.shareSalts().get(i))
          .hex()
          .equals(commitments.get(i))) {
        findings.add(
            BundleFault.SHARE_MISMATCH,
            "/opening/shares/" + i,
            "the share is not the one that was committed to");
      }
    }
  }

  private static Optional<Secret> key(Bundle.Opening opening, byte[] design) {
    List<Secret> shares = opening.shares();
    return switch (shares.size()) {
      case 1 ->
          opening.beacon().isEmpty()
              ? Optional.of(TrialKey.ofSingleShare(shares.getFirst(), design))
              : Optional.empty();
      case 2 ->
          Optional.of(TrialKey.ofShares(shares.get(0), shares.get(1), opening.beacon(), design));
      default -> Optional.empty();
    };
  }
}

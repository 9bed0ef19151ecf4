package org.absentia.randomisation.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Secret;

/**
 * Everything that a trial opens after data lock, as the file states it: nothing in it is believed.
 *
 * @param canonicalDesign the canonical JSON of the design as it is written in the file
 * @param design the same design; empty where it breaks a rule of RND-1
 * @param designFaults why there is no design
 */
public record Bundle(
    String canonicalDesign,
    Optional<Design> design,
    List<String> designFaults,
    Published published,
    List<LoggedEntry> log,
    List<SignedHead> heads,
    Opening opening,
    List<Analysed> analysis) {
  public static final String FORMAT = "absentia-bundle-1";

  public Bundle {
    designFaults = List.copyOf(designFaults);
    log = List.copyOf(log);
    heads = List.copyOf(heads);
    analysis = List.copyOf(analysis);
  }

  /**
   * What was public before the first participant, all in hex digits.
   *
   * @param merkleRoot empty for designs whose slots depend on arrivals
   */
  public record Published(
      String commitment,
      Optional<String> merkleRoot,
      List<String> shareCommitments,
      String publicKey) {
    public Published {
      shareCommitments = List.copyOf(shareCommitments);
    }
  }

  /**
   * The secrets, opened.
   *
   * @param shares the statistician's and the service's share; one alone in single-share mode
   * @param personalSalts by participant; those of erased persons are gone
   * @param list the rows of an imported list by stratum; empty for every other method
   */
  public record Opening(
      Secret key,
      Secret salt,
      List<Secret> shares,
      List<Secret> shareSalts,
      String beacon,
      Map<String, Secret> personalSalts,
      Map<String, List<String>> list) {
    public Opening {
      shares = List.copyOf(shares);
      shareSalts = List.copyOf(shareSalts);
      personalSalts = Map.copyOf(personalSalts);
      list = Map.copyOf(list);
    }
  }

  /** A participant of the locked analysis with the arm that was analysed. */
  public record Analysed(String participant, String arm) {}
}

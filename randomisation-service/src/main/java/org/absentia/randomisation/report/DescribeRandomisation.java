package org.absentia.randomisation.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.KeyMode;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Answers items 17a to 19 of CONSORT 2025 from the protocol and the log. */
@ApplicationScoped
public class DescribeRandomisation {
  private final TrialLog log;
  private final Clock clock;

  DescribeRandomisation(TrialLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public RandomisationReport describe(Trial trial) {
    LogSummary summary = LogSummary.of(log, trial.id());
    List<Disclosure> held =
        summary.disclosures().stream().filter(Disclosure::showsFutureSlots).toList();
    return new RandomisationReport(
        trial.id(),
        trial.protocol().title(),
        clock.instant(),
        trial.commitment().hex(),
        trial.merkleRoot().map(Hash::hex),
        summary.ofType("SLOT_TAKEN").size(),
        List.of(
            new RandomisationReport.Item(
                "17a", "Sequence generation: who, and by what method", generation(trial)),
            new RandomisationReport.Item(
                "17b", "Sequence generation: type and restriction", restriction(trial, summary)),
            new RandomisationReport.Item(
                "18", "Allocation concealment mechanism", mechanism(trial, held)),
            new RandomisationReport.Item(
                "19", "Implementation: who had access to the sequence", access(summary, held))),
        held);
  }

  private static List<String> generation(Trial trial) {
    List<String> said = new ArrayList<>();
    if (trial.protocol().design().scheme() instanceof ImportedList) {
      said.add("The trial statistician made the list; the service sealed each row of it.");
    } else {
      said.add(
          "The randomisation service derived each allocation when it was asked for, from a stream of integers by"
              + " HMAC-SHA-256 (RND-1) for each stratum; no person generated or saw the sequence.");
    }
    said.add(
        trial.keyMode() == KeyMode.TWO_SHARES
            ? "The key was made of a share of the trial statistician, a share of the service, both committed to"
                + " beforehand, and the public value \u201c"
                + trial.beacon()
                + "\u201d; neither share alone tells anything."
            : "The key was made from one share, drawn by the service.");
    said.add(
        "Before the first participant, on %s, the service published the commitment %s to design and key%s."
            .formatted(
                trial.openedAt().truncatedTo(ChronoUnit.SECONDS),
                trial.commitment().hex(),
                trial.merkleRoot().isPresent()
                    ? " and the Merkle root %s over all slots"
                        .formatted(trial.merkleRoot().orElseThrow().hex())
                    : ""));
    return said;
  }

  private static List<String> restriction(Trial trial, LogSummary summary) {
    Design design = trial.protocol().design();
    List<String> said = new ArrayList<>();
    said.add(SchemeWords.of(design.scheme()));
    said.add("Arms: " + String.join(", ", design.arms()) + ".");
    said.add(
        design.strata().size() == 1
            ? "There was no stratification."
            : "Stratified; the server computed the stratum from locked baseline answers: %s."
                .formatted(String.join(", ", design.strata())));
    int epochs = summary.ofType("EPOCH_STARTED").size();
    if (epochs > 0) {
      said.add(
          "The weights were changed %d times, each by two persons and before a slot of the epoch was taken."
              .formatted(epochs));
    }
    int voided = summary.ofType("SLOT_VOIDED").size();
    if (voided > 0) {
      said.add("Slots that two persons had voided without a participant: %d.".formatted(voided));
    }
    return said;
  }

  private static List<String> mechanism(Trial trial, List<Disclosure> held) {
    List<String> said = new ArrayList<>();
    said.add(
        "Central allocation by computer: consent, stratum and eligibility were locked before the slot was taken, in one"
            + " transaction; a slot that was taken was never freed.");
    said.add(
        trial.protocol().design().scheme() instanceof ImportedList
            ? "Each row of the list was encrypted under its own key, and only the row that was taken was opened."
            : "No future allocation was stored or shown anywhere.");
    said.add(
        "Every step stands in a hash-chained log with signed heads; with the opened key anybody can check every"
            + " allocation.");
    if (held.isEmpty()) {
      said.add("No list and no contingency pack left the service.");
    }
    for (Disclosure disclosure : held) {
      said.add(
          "From slot %d of stratum %s on, concealment rested with the holder of what two persons had exported on %s (%s)."
              .formatted(
                  disclosure.fromSlot().orElseThrow(),
                  disclosure.stratum().orElse("*"),
                  disclosure.at().truncatedTo(ChronoUnit.SECONDS),
                  disclosure.what()));
    }
    return said;
  }

  private static List<String> access(LogSummary summary, List<Disclosure> held) {
    List<String> said = new ArrayList<>();
    said.add(
        "Those who enrolled participants (role recruiter) had no access to the sequence: they got a receipt of a size"
            + " that does not depend on the arm. Nobody holds both this role and that of the statistician.");
    said.add(
        "Those who delivered the arm (role allocator) saw the arm of a participant after the slot was taken, never the"
            + " sequence; each look is logged: %d looks at the arms of %d participants."
                .formatted(
                    summary.looks().stream().mapToInt(Integer::intValue).sum(),
                    summary.looks().size()));
    said.add("Codes broken by two persons: %d.".formatted(summary.ofType("CODE_BROKEN").size()));
    if (!held.isEmpty()) {
      said.add(
          "The holders named under 18 had access to the part of the sequence that was exported.");
    }
    return said;
  }
}

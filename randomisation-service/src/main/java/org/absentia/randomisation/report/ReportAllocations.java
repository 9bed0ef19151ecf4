package org.absentia.randomisation.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.approval.Proposals;
import org.absentia.randomisation.deviation.Deviations;
import org.absentia.randomisation.trial.Allocation;
import org.absentia.randomisation.trial.AllocationRequests;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/** Gathers how a trial's slots were used, mostly from its log. */
@ApplicationScoped
public class ReportAllocations {
  private static final double MILLIS_A_MINUTE = 60_000;

  private final TrialLog log;
  private final Proposals proposals;
  private final Allocations allocations;
  private final AllocationRequests requests;
  private final Deviations deviations;
  private final Clock clock;

  ReportAllocations(
      TrialLog log,
      Proposals proposals,
      Allocations allocations,
      AllocationRequests requests,
      Deviations deviations,
      Clock clock) {
    this.log = log;
    this.proposals = proposals;
    this.allocations = allocations;
    this.requests = requests;
    this.deviations = deviations;
    this.clock = clock;
  }

  @Transactional
  public AllocationReport report(Trial trial) {
    LogSummary summary = LogSummary.of(log, trial.id());
    Optional<Map<String, Map<String, Integer>>> arms =
        proposals.approved(trial.id(), Action.Kind.OPEN_BUNDLE)
            ? Optional.of(arms(trial))
            : Optional.empty();
    return new AllocationReport(
        trial.id(),
        clock.instant(),
        summary.count(),
        trial.protocol().design().strata().stream()
            .map(
                stratum ->
                    use(summary, stratum, arms.map(all -> all.getOrDefault(stratum, Map.of()))))
            .toList(),
        looks(summary),
        codeBreaks(trial, summary),
        summary.disclosures(),
        lags(trial),
        deviations.ofTrial(trial.id()));
  }

  private Map<String, Map<String, Integer>> arms(Trial trial) {
    Map<String, Map<String, Integer>> arms = new HashMap<>();
    for (Allocation allocation : allocations.all(trial.id())) {
      arms.computeIfAbsent(allocation.stratum(), unseen -> new TreeMap<>())
          .merge(trial.protocol().arms().get(allocation.arm()).name(), 1, Integer::sum);
    }
    return arms;
  }

  private static AllocationReport.StratumUse use(
      LogSummary summary, String stratum, Optional<Map<String, Integer>> arms) {
    List<JsonNode> taken = summary.ofType("SLOT_TAKEN", stratum);
    List<JsonNode> voided = summary.ofType("SLOT_VOIDED", stratum);
    Map<Integer, Integer> uses = new TreeMap<>();
    taken.forEach(entry -> uses.merge(slot(entry), 1, Integer::sum));
    voided.forEach(entry -> uses.merge(slot(entry), 1, Integer::sum));
    return new AllocationReport.StratumUse(
        stratum,
        taken.size(),
        voided.stream()
            .map(
                entry ->
                    new AllocationReport.VoidedSlot(
                        slot(entry), entry.path("reason").asText(), LogSummary.at(entry)))
            .toList(),
        missing(uses),
        uses.entrySet().stream().filter(use -> use.getValue() > 1).map(Map.Entry::getKey).toList(),
        summary.ofType("EPOCH_STARTED", stratum).stream().map(ReportAllocations::epoch).toList(),
        arms);
  }

  private static List<Integer> missing(Map<Integer, Integer> uses) {
    List<Integer> missing = new ArrayList<>();
    int next = 0;
    for (int slot : uses.keySet()) {
      for (; next < slot; next++) {
        missing.add(next);
      }
      next = slot + 1;
    }
    return missing;
  }

  private static AllocationReport.EpochStart epoch(JsonNode entry) {
    return new AllocationReport.EpochStart(
        entry.path("fromSlot").asInt(),
        StreamSupport.stream(entry.path("weights").spliterator(), false)
            .map(JsonNode::asLong)
            .toList(),
        LogSummary.at(entry));
  }

  private static AllocationReport.Looks looks(LogSummary summary) {
    return new AllocationReport.Looks(
        summary.looks().stream().mapToInt(Integer::intValue).sum(),
        summary.looks().size(),
        summary.looks().stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  private List<AllocationReport.CodeBreak> codeBreaks(Trial trial, LogSummary summary) {
    Map<String, String> reasons = new HashMap<>();
    for (Proposal proposal : proposals.ofTrial(trial.id())) {
      reasons.put(proposal.id().toString(), proposal.reason());
    }
    return summary.ofType("CODE_BROKEN").stream()
        .map(
            entry -> {
              String proposal = entry.path("proposal").asText();
              return new AllocationReport.CodeBreak(
                  LogSummary.at(entry), proposal, reasons.getOrDefault(proposal, ""));
            })
        .toList();
  }

  private List<AllocationReport.RecruiterLags> lags(Trial trial) {
    Map<String, List<Double>> byRecruiter = new TreeMap<>();
    for (AllocationRequests.Lag lag : requests.lags(trial.id())) {
      byRecruiter
          .computeIfAbsent(lag.recruiter(), unseen -> new ArrayList<>())
          .add(lag.waited().toMillis() / MILLIS_A_MINUTE);
    }
    return byRecruiter.entrySet().stream()
        .map(
            entry ->
                new AllocationReport.RecruiterLags(
                    entry.getKey(), entry.getValue().size(), minutes(entry.getValue())))
        .toList();
  }

  private static AllocationReport.Minutes minutes(List<Double> waits) {
    List<Double> sorted = waits.stream().sorted().toList();
    return new AllocationReport.Minutes(
        quantile(sorted, 0),
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        quantile(sorted, 1));
  }

  // Hyndman and Fan's definition 7, to a hundredth of a minute
  private static double quantile(List<Double> sorted, double share) {
    double at = share * (sorted.size() - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    double value = sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    return Math.round(value * 100) / 100.0;
  }

  private static int slot(JsonNode entry) {
    return entry.path("slot").asInt();
  }
}

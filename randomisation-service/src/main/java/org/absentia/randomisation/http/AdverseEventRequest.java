package org.absentia.randomisation.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.conduct.AdverseEvent;
import org.absentia.randomisation.conduct.ReportAdverseEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An adverse event as it is reported or corrected.
 *
 * @param seriousness criteria of ICH E2A; empty or absent for an event that is not serious
 * @param corrects with a correction only: the version that the caller has seen
 */
@Schema(requiredProperties = {"term", "onset", "severity", "relatedness", "expected", "outcome"})
public record AdverseEventRequest(
    String term,
    LocalDate onset,
    Optional<LocalDate> resolvedOn,
    AdverseEvent.Severity severity,
    List<AdverseEvent.Seriousness> seriousness,
    AdverseEvent.Relatedness relatedness,
    boolean expected,
    AdverseEvent.Outcome outcome,
    Optional<Integer> corrects) {
  static AdverseEventRequest read(JsonReader in, boolean correction) {
    in.noOthers(
        "term",
        "onset",
        "resolvedOn",
        "severity",
        "seriousness",
        "relatedness",
        "expected",
        "outcome",
        "corrects");
    if (!in.has("expected")) {
      in.fault("expected", "is missing");
    }
    if (!correction && in.has("corrects")) {
      in.fault("corrects", "stands in corrections only");
    }
    return new AdverseEventRequest(
        Reasons.longText(in, "term"),
        in.requiredDate("onset"),
        in.date("resolvedOn"),
        in.requiredChoice("severity", AdverseEvent.Severity.class),
        seriousness(in),
        in.requiredChoice("relatedness", AdverseEvent.Relatedness.class),
        in.bool("expected", false),
        in.requiredChoice("outcome", AdverseEvent.Outcome.class),
        correction ? Optional.of(in.requiredInteger("corrects")) : Optional.empty());
  }

  ReportAdverseEvent.Report toReport(String reportedBy) {
    return new ReportAdverseEvent.Report(
        new AdverseEvent.Course(term, onset, resolvedOn),
        severity,
        seriousness,
        relatedness,
        expected,
        outcome,
        reportedBy);
  }

  private static List<AdverseEvent.Seriousness> seriousness(JsonReader in) {
    List<String> known = Arrays.stream(AdverseEvent.Seriousness.values()).map(Enum::name).toList();
    List<AdverseEvent.Seriousness> criteria = new ArrayList<>();
    for (JsonReader element : in.elements("seriousness")) {
      if (known.contains(element.node().asText())) {
        criteria.add(AdverseEvent.Seriousness.valueOf(element.node().asText()));
      } else {
        element.fault("must be one of " + String.join(", ", known));
      }
    }
    return criteria.stream().distinct().toList();
  }
}

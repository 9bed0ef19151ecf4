package org.absentia.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.absentia.analysis.dataset.Flow;
import org.absentia.analysis.run.Figure1;

/** The flow chart's content without its drawing: what stands in each box, in order. */
final class FlowSteps {

  /** A stage with those who left before it. */
  record Stage(String text, int n, List<Loss> losses) {}

  /** Those who left, with the reasons if any. */
  record Loss(String text, int n, boolean reason) {}

  private FlowSteps() {}

  static List<Stage> of(Flow flow) {
    List<Stage> stages = new ArrayList<>();
    if (flow.screened() > 0) {
      stages.add(
          new Stage("Screened in the registers", flow.screened(), reasons(flow.notEligible())));
    }
    if (flow.listed() > 0) {
      stages.add(new Stage("On the recruiters' lists", flow.listed(), lostInCalls(flow)));
    }
    stages.add(new Stage("Randomised", flow.randomised(), stopped(flow)));
    return stages;
  }

  private static List<Loss> lostInCalls(Flow flow) {
    List<Loss> losses = new ArrayList<>();
    add(losses, "Not contacted", flow.notContacted());
    add(losses, "Not reached", flow.notReached());
    add(losses, "Excluded", flow.excludedInAll());
    flow.excluded().forEach((reason, n) -> losses.add(new Loss(Format.words(reason), n, true)));
    add(losses, "Declined", flow.declined());
    add(losses, "Consented, not randomised", flow.notRandomised());
    return losses;
  }

  /** Who stops these is followed in the registers and analysed like everybody else. */
  private static List<Loss> stopped(Flow flow) {
    List<Loss> stopped = new ArrayList<>();
    add(stopped, "Stopped the intervention, still followed", flow.stoppedIntervention());
    add(stopped, "Stopped questionnaires, still followed", flow.stoppedQuestionnaires());
    return stopped;
  }

  private static void add(List<Loss> losses, String text, int n) {
    if (n > 0) {
      losses.add(new Loss(text, n, false));
    }
  }

  private static List<Loss> reasons(Map<String, Integer> counts) {
    List<Loss> losses = new ArrayList<>();
    int all = counts.values().stream().mapToInt(n -> n).sum();
    add(losses, "Not eligible", all);
    counts.forEach((reason, n) -> losses.add(new Loss(Format.words(reason), n, true)));
    return losses;
  }

  /** Tell the whole flow in sentences. */
  static String described(Figure1 figure) {
    StringBuilder text = new StringBuilder();
    for (Stage stage : of(figure.flow())) {
      text.append(stage.text()).append(": ").append(stage.n()).append(". ");
      stage.losses().forEach(l -> text.append(l.text()).append(": ").append(l.n()).append(". "));
    }
    for (Figure1.Group group : figure.groups()) {
      text.append(
          "%s: allocated %d, withdrawn %d, analysed %d. "
              .formatted(group.label(), group.allocated(), group.withdrawn(), group.analysed()));
    }
    return text.toString().strip();
  }
}

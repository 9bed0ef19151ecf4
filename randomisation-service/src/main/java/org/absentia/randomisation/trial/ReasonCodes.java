package org.absentia.randomisation.trial;

import java.util.ArrayList;
import java.util.List;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.protocol.Conduct;
import org.absentia.randomisation.protocol.Criterion;
import org.absentia.randomisation.protocol.StatedReason;

/** Finds out which codes the protocol offers as reasons. */
public final class ReasonCodes {
  private ReasonCodes() {}

  /** Returns a fault for each code that does not explain this outcome of a contact. */
  static List<Fault> faults(Conduct conduct, Contact.Outcome outcome, List<String> codes) {
    return faults(
        codes,
        switch (outcome) {
          case NOT_REACHED -> conduct.reasons(StatedReason.Outcome.NOT_REACHED);
          case DECLINED -> conduct.reasons(StatedReason.Outcome.DECLINED);
          case EXCLUDED -> exclusions(conduct, Criterion.Moment.LIST);
          case CONSENTED -> List.of();
        });
  }

  /** Returns the codes by which a candidate is excluded at this moment. */
  public static List<String> exclusions(Conduct conduct, Criterion.Moment moment) {
    List<String> codes = new ArrayList<>(conduct.criteria(moment));
    codes.addAll(conduct.reasons(StatedReason.Outcome.EXCLUDED));
    return codes;
  }

  /** Returns a fault for each code that is not among the offered ones, or stands twice. */
  public static List<Fault> faults(List<String> codes, List<String> offered) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      if (!offered.contains(codes.get(i))) {
        faults.add(
            new Fault("/reasonCodes/" + i, "is not a code that the protocol has for this outcome"));
      } else if (codes.indexOf(codes.get(i)) < i) {
        faults.add(new Fault("/reasonCodes/" + i, "stands a second time"));
      }
    }
    return faults;
  }
}

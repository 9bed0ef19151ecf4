package org.absentia.analysis.dataset;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What came of one attempt to recruit a candidate. */
public record Contact(
    String candidateId, Result result, List<String> reasons, LocalDate contactedOn) {

  /** From the least to the most final. */
  public enum Result {
    NOT_REACHED,
    EXCLUDED,
    DECLINED,
    CONSENTED
  }

  /** The last contact counts; of one day's contacts the most final. */
  public static final Comparator<Contact> BY_FINALITY =
      Comparator.comparing(Contact::contactedOn).thenComparing(Contact::result);

  public Contact {
    reasons = List.copyOf(reasons);
  }
}

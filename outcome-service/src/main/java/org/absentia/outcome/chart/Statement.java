package org.absentia.outcome.chart;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Period;

/**
 * What one record says of some days on all of which it decides, or on none.
 *
 * @param entry what it says; its own days may reach further
 * @param days those shown
 * @param decisive whether the rules went by it
 */
public record Statement(
    String recordId, RegistryRecord.Entry entry, Period days, boolean decisive) {

  /** The kind of days, in those registers that tell several. */
  public Optional<String> kind() {
    return switch (entry) {
      case SickLeaveCertificate.Entry certified -> Optional.of(certified.kind().name());
      case SickPay.Entry settled -> Optional.of(settled.kind().name());
      case WorkAssessmentAllowance.Entry allowance -> Optional.empty();
      case DisabilityPension.Entry pension -> Optional.empty();
      case Employment.Entry employment -> Optional.empty();
    };
  }

  /**
   * In 10^-4: the absence it tells of, the degree of disability, or the share of a whole position.
   */
  public int grade() {
    return switch (entry) {
      case SickLeaveCertificate.Entry certified -> certified.absenceGrade();
      case SickPay.Entry settled -> settled.grade();
      case WorkAssessmentAllowance.Entry allowance -> allowance.absenceGrade();
      case DisabilityPension.Entry pension -> pension.grade();
      case Employment.Entry employment -> employment.position();
    };
  }

  /** What it says, in words. */
  public String label() {
    return switch (entry) {
      case SickLeaveCertificate.Entry certified ->
          switch (certified.kind()) {
            case FULL -> "full";
            case GRADED -> percentage();
            case TREATMENT_DAYS -> certified.amount() + " treatment days a week";
            case TRAVEL_SUBSIDY -> "travel subsidy";
            case AWAITING -> "awaiting";
          };
      case SickPay.Entry settled ->
          SickPay.Entry.hasGrade(settled.kind())
              ? words(settled.kind()) + " " + percentage()
              : words(settled.kind());
      case WorkAssessmentAllowance.Entry allowance -> percentage();
      case DisabilityPension.Entry pension -> percentage();
      case Employment.Entry employment -> percentage();
    };
  }

  /** The letter of each of its days in the text form. */
  public char letter() {
    return Letter.of(this);
  }

  private static String words(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String percentage() {
    BigDecimal percentage = PerMyriad.toPercentage(grade());
    return percentage + " %";
  }
}

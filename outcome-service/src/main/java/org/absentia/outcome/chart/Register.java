package org.absentia.outcome.chart;

import java.util.List;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.ExplainedDay.DecidedBy;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;

/** The registers, in the order in which a chart shows them. */
public enum Register {
  SICK_LEAVE_CERTIFICATE("certificate", SickLeaveCertificate.class),
  SICK_PAY("sick pay", SickPay.class),
  WORK_ASSESSMENT_ALLOWANCE("allowance", WorkAssessmentAllowance.class),
  DISABILITY_PENSION("pension", DisabilityPension.class),
  EMPLOYMENT("contract", Employment.class);

  private final String title;
  private final Class<? extends RegistryRecord> records;

  Register(String title, Class<? extends RegistryRecord> records) {
    this.title = title;
    this.records = records;
  }

  /** Its name in a chart. */
  public String title() {
    return title;
  }

  Class<? extends RegistryRecord> records() {
    return records;
  }

  /** Tells whether a definition asks the register at all. */
  boolean isAsked(OutcomeDefinition definition) {
    return switch (this) {
      case SICK_LEAVE_CERTIFICATE, SICK_PAY -> definition.counts(Benefit.SICK_LEAVE);
      case WORK_ASSESSMENT_ALLOWANCE -> definition.counts(Benefit.WORK_ASSESSMENT_ALLOWANCE);
      case DISABILITY_PENSION -> definition.counts(Benefit.DISABILITY_PENSION_INCREASE);
      case EMPLOYMENT -> true;
    };
  }

  /** Those who decided a day, among them all deciding records of this register. */
  List<String> deciders(DecidedBy day) {
    return switch (this) {
      case SICK_LEAVE_CERTIFICATE, SICK_PAY -> day.sickLeave();
      case WORK_ASSESSMENT_ALLOWANCE -> day.workAssessmentAllowance();
      case DISABILITY_PENSION -> day.disabilityPension();
      case EMPLOYMENT -> day.contract();
    };
  }
}

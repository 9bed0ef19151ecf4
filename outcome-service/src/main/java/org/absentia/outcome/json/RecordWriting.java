package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Period;

/** Writes the canonical record of contracts/outcomes.md section 1; equal records, equal JSON. */
public final class RecordWriting {
  private RecordWriting() {}

  /** Writes one version of a record. */
  public static ObjectNode write(RegistryRecord record) {
    return switch (record) {
      case SickLeaveCertificate certificate -> write(certificate);
      case SickPay pay -> write(pay);
      case WorkAssessmentAllowance allowance -> write(allowance);
      case DisabilityPension pension -> write(pension);
      case Employment employment -> write(employment);
    };
  }

  /** The name of the register that speaks. */
  public static String type(RegistryRecord record) {
    return switch (record) {
      case SickLeaveCertificate certificate -> "SICK_LEAVE_CERTIFICATE";
      case SickPay pay -> "SICK_PAY";
      case WorkAssessmentAllowance allowance -> "WORK_ASSESSMENT_ALLOWANCE";
      case DisabilityPension pension -> "DISABILITY_PENSION";
      case Employment employment -> "EMPLOYMENT";
    };
  }

  private static ObjectNode write(SickLeaveCertificate record) {
    ObjectNode out = heading(record);
    put(out, "employer", record.employer());
    record
        .diagnosis()
        .ifPresent(
            diagnosis ->
                out.putObject("diagnosis")
                    .put("system", diagnosis.system())
                    .put("code", diagnosis.code()));
    ArrayNode periods = out.putArray("periods");
    for (SickLeaveCertificate.Entry entry : record.periods()) {
      ObjectNode period = period(periods, entry.days()).put("kind", entry.kind().name());
      switch (entry.kind()) {
        case GRADED -> period.set("grade", Numbers.node(PerMyriad.toPercentage(entry.amount())));
        case TREATMENT_DAYS -> period.put("treatmentDays", entry.amount());
        case FULL, TRAVEL_SUBSIDY, AWAITING -> {}
      }
    }
    return out;
  }

  private static ObjectNode write(SickPay record) {
    ObjectNode out = heading(record);
    put(out, "employer", record.employer());
    ArrayNode periods = out.putArray("periods");
    for (SickPay.Entry entry : record.periods()) {
      ObjectNode period = period(periods, entry.days()).put("kind", entry.kind().name());
      if (SickPay.Entry.hasGrade(entry.kind())) {
        period.set("grade", Numbers.node(PerMyriad.toPercentage(entry.grade())));
      }
    }
    return out;
  }

  private static ObjectNode write(WorkAssessmentAllowance record) {
    ObjectNode out = heading(record);
    ArrayNode periods = out.putArray("periods");
    for (WorkAssessmentAllowance.Entry entry : record.periods()) {
      period(periods, entry.days())
          .set("workedPercentage", Numbers.node(PerMyriad.toPercentage(entry.worked())));
    }
    return out;
  }

  private static ObjectNode write(DisabilityPension record) {
    ObjectNode out = heading(record);
    ArrayNode periods = out.putArray("periods");
    for (DisabilityPension.Entry entry : record.periods()) {
      period(periods, entry.days())
          .set("grade", Numbers.node(PerMyriad.toPercentage(entry.grade())));
    }
    return out;
  }

  private static ObjectNode write(Employment record) {
    ObjectNode out = heading(record);
    put(out, "employer", record.employer());
    put(out, "kind", record.kind().map(Employment.Kind::name));
    put(out, "occupation", record.occupation());
    ArrayNode periods = out.putArray("periods");
    for (Employment.Entry entry : record.periods()) {
      period(periods, entry.days())
          .set("positionPercentage", Numbers.node(PerMyriad.toPercentage(entry.position())));
    }
    return out;
  }

  private static ObjectNode heading(RegistryRecord record) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type(record))
        .put("recordId", record.recordId())
        .put("version", record.version().number())
        .put("status", record.version().status().name())
        .put("issuedAt", record.version().issuedAt().toString());
  }

  private static void put(ObjectNode out, String name, Optional<String> text) {
    text.ifPresent(known -> out.put(name, known));
  }

  private static ObjectNode period(ArrayNode periods, Period days) {
    ObjectNode out = periods.addObject().put("from", Period.date(days.from()).toString());
    return days.isOpen() ? out.putNull("to") : out.put("to", Period.date(days.to()).toString());
  }
}

package org.absentia.ingest.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes records as JSON in one form only: members in the contract's order, numbers without
 * superfluous zeros, no white space, absent values as null. Equal records give equal bytes.
 */
public final class CanonicalJson {
  private final StringBuilder out = new StringBuilder(256);
  private boolean first = true;

  private CanonicalJson() {}

  /** The whole record; a person is no part of it. */
  public static String of(RegistryRecord record) {
    return new CanonicalJson().record(record, true);
  }

  /** SHA-256 of the whole record in hex. */
  public static String digest(RegistryRecord record) {
    return sha256(of(record));
  }

  /** SHA-256 in hex of what the record says, leaving out which version says it and when. */
  public static String contentDigest(RegistryRecord record) {
    return sha256(new CanonicalJson().record(record, false));
  }

  /** SHA-256 of a text's UTF-8 bytes in hex. */
  public static String sha256(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private String record(RegistryRecord record, boolean versioned) {
    RecordVersion version = record.version();
    out.append('{');
    text("type", record.type().name());
    text("recordId", version.recordId());
    if (versioned) {
      raw("version", Long.toString(version.version()));
    }
    text("status", version.status().name());
    if (versioned) {
      text("issuedAt", version.issuedAt().toString());
    }
    switch (record) {
      case RegistryRecord.SickLeaveCertificate certificate -> {
        optional("employer", certificate.employer());
        name("diagnosis");
        certificate.diagnosis().ifPresentOrElse(this::diagnosis, () -> out.append("null"));
      }
      case RegistryRecord.SickPay pay -> optional("employer", pay.employer());
      case RegistryRecord.Employment employment -> {
        text("employer", employment.employer());
        text("kind", employment.kind().name());
        optional("occupation", employment.occupation());
      }
      case RegistryRecord.WorkAssessmentAllowance allowance -> {}
      case RegistryRecord.DisabilityPension pension -> {}
    }
    periods(record.periods());
    return out.append('}').toString();
  }

  private void diagnosis(Diagnosis diagnosis) {
    out.append('{');
    first = true;
    text("system", diagnosis.system().name());
    text("code", diagnosis.code());
    out.append('}');
    first = false;
  }

  private void periods(List<? extends Period> periods) {
    name("periods");
    out.append('[');
    for (int i = 0; i < periods.size(); i++) {
      out.append(i == 0 ? "{" : ",{");
      first = true;
      period(periods.get(i));
      out.append('}');
    }
    out.append(']');
    first = false;
  }

  private void period(Period period) {
    text("from", period.during().from().toString());
    optional("to", period.during().to().map(Object::toString));
    switch (period) {
      case Period.Certified certified -> activity(certified.activity());
      case Period.Pay pay -> {
        text("kind", pay.kind().name());
        pay.grade().ifPresent(grade -> number("grade", grade));
      }
      case Period.Allowance allowance -> number("workedPercentage", allowance.workedPercentage());
      case Period.Pension pension -> number("grade", pension.grade());
      case Period.Position position -> number("positionPercentage", position.positionPercentage());
    }
  }

  private void activity(Activity activity) {
    switch (activity) {
      case Activity.Full full -> text("kind", "FULL");
      case Activity.Graded graded -> {
        text("kind", "GRADED");
        number("grade", graded.grade());
      }
      case Activity.TreatmentDays days -> {
        text("kind", "TREATMENT_DAYS");
        raw("treatmentDays", Integer.toString(days.perWeek()));
      }
      case Activity.TravelSubsidy subsidy -> text("kind", "TRAVEL_SUBSIDY");
      case Activity.Awaiting awaiting -> text("kind", "AWAITING");
    }
  }

  private void number(String name, BigDecimal value) {
    raw(name, value.toPlainString());
  }

  private void optional(String name, Optional<String> value) {
    value.ifPresentOrElse(text -> text(name, text), () -> raw(name, "null"));
  }

  private void raw(String name, String value) {
    name(name);
    out.append(value);
  }

  private void text(String name, String value) {
    name(name);
    out.append('"');
    value.chars().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c < ' ') {
          out.append(String.format("\\u%04x", c));
        } else {
          out.append((char) c);
        }
      }
    }
  }

  private void name(String name) {
    out.append(first ? "\"" : ",\"").append(name).append("\":");
    first = false;
  }
}

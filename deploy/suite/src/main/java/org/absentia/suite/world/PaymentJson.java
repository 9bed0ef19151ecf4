package org.absentia.suite.world;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payments and annulments as on the topic tbd.utbetaling, version 1.2.0. */
final class PaymentJson {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(Paperwork.NORWAY);
  private static final int DAILY_AMOUNT = 1431;
  private static final int YEAR_DAYS = 248;

  private PaymentJson() {}

  static Map<String, @Nullable Object> of(Message.Payment payment) {
    LocalDate from = payment.days().getFirst().date();
    LocalDate to = payment.days().getLast().date();
    long paid = payment.days().stream().filter(day -> day.kind() == Message.Day.Kind.PAID).count();
    return Members.with("event", "utbetaling_utbetalt")
        .and("versjon", "1.2.0")
        .and("utbetalingId", payment.id().toString())
        .and("korrelasjonsId", payment.correlation().toString())
        .and("fødselsnummer", payment.person().identifier())
        .and("aktørId", "syntetisk")
        .and("organisasjonsnummer", payment.employer())
        .and("fom", from.toString())
        .and("tom", to.toString())
        .and("forbrukteSykedager", paid)
        .and("gjenståendeSykedager", YEAR_DAYS - paid)
        .and("stønadsdager", paid)
        .and("automatiskBehandling", true)
        .and("type", payment.version() == 1 ? "UTBETALING" : "REVURDERING")
        .and("foreløpigBeregnetSluttPåSykepenger", payment.spellStart().plusYears(1).toString())
        .and("utbetalingsdager", payment.days().stream().map(PaymentJson::day).toList())
        .and("arbeidsgiverOppdrag", null)
        .and("personOppdrag", null)
        .map();
  }

  static Map<String, @Nullable Object> of(Message.Annulment annulment) {
    return Members.with("event", "utbetaling_annullert")
        .and("utbetalingId", annulment.id().toString())
        .and("korrelasjonsId", annulment.correlation().toString())
        .and("fødselsnummer", annulment.person().identifier())
        .and("organisasjonsnummer", annulment.employer())
        .and("orgnummer", annulment.employer())
        .and("tidsstempel", LOCAL.format(annulment.writtenAt()))
        .and("fom", annulment.from().toString())
        .and("tom", annulment.to().toString())
        .and("arbeidsgiverFagsystemId", null)
        .and("personFagsystemId", null)
        .map();
  }

  private static Map<String, @Nullable Object> day(Message.Day day) {
    boolean paid = day.kind() == Message.Day.Kind.PAID;
    return Members.with("dato", day.date().toString())
        .and("type", type(day.kind()))
        .and("begrunnelser", List.of())
        .and("beløpTilArbeidsgiver", paid ? DAILY_AMOUNT * day.grade() / 100 : 0)
        .and("beløpTilSykmeldt", 0)
        .and("sykdomsgrad", day.grade())
        .map();
  }

  private static String type(Message.Day.Kind kind) {
    return switch (kind) {
      case EMPLOYER_PAYS -> "ArbeidsgiverperiodeDag";
      case PAID -> "NavDag";
      case PAID_WEEKEND -> "NavHelgDag";
      case WORKED -> "Arbeidsdag";
      case FREE -> "Fridag";
      case HOLIDAY -> "Feriedag";
      case UNKNOWN -> "UkjentDag";
    };
  }
}

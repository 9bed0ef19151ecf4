package org.absentia.suite.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Employments in the form of Aa-registeret, version 2. */
final class EmploymentJson {
  private static final double FULL_TIME_HOURS = 37.5;

  private EmploymentJson() {}

  static Map<String, @Nullable Object> of(Message.Employment employment) {
    Job job = employment.job();
    boolean freelance = job.kind() == Job.Kind.FREELANCE;
    String changed = LocalDateTime.ofInstant(employment.writtenAt(), Paperwork.NORWAY).toString();
    return Members.with("id", String.valueOf(job.number()))
        .and(
            "type",
            Members.with(
                    "kode",
                    freelance
                        ? "frilanserOppdragstakerHonorarPersonerMm"
                        : "ordinaertArbeidsforhold")
                .map())
        .and(
            "arbeidstaker",
            identified("FOLKEREGISTERIDENT", employment.person().identifier()).map())
        .and(
            "arbeidssted",
            identified("ORGANISASJONSNUMMER", job.employer()).and("type", "Underenhet").map())
        .and("ansettelsesperiode", period(job))
        .and("ansettelsesdetaljer", details(job, freelance))
        .and("rapporteringsordning", Members.with("kode", "A_ORDNINGEN").map())
        .and("navArbeidsforholdId", job.number())
        .and("navVersjon", employment.version())
        .and("opprettet", job.start().atTime(9, 0).toString())
        .and("sistEndret", changed)
        .and("sistBekreftet", changed)
        .map();
  }

  private static Members identified(String type, String value) {
    return Members.with(
        "identer",
        List.of(Members.with("type", type).and("ident", value).and("gjeldende", true).map()));
  }

  private static Map<String, @Nullable Object> period(Job job) {
    Members period = Members.with("startdato", job.start().toString());
    job.end()
        .ifPresent(
            end ->
                period
                    .and("sluttdato", end.toString())
                    .and(
                        "sluttaarsak",
                        Members.with("kode", "arbeidsgiverHarSagtOppArbeidstaker").map()));
    return period.map();
  }

  /** The rows of the history, newest first, each from its first reporting month on. */
  private static List<Object> details(Job job, boolean freelance) {
    List<Object> rows = new ArrayList<>();
    String until = null;
    for (Job.Position position : job.positions().reversed()) {
      rows.add(row(job, position, until, freelance));
      until = YearMonth.from(position.from()).minusMonths(1).toString();
    }
    return rows;
  }

  private static Map<String, @Nullable Object> row(
      Job job, Job.Position position, @Nullable String until, boolean freelance) {
    LocalDate from = position.from();
    Members row =
        Members.with("type", freelance ? "Frilanser" : "Ordinaer")
            .and("yrke", Members.with("kode", job.occupation()).map())
            .and(
                "rapporteringsmaaneder",
                Members.with("fra", YearMonth.from(from).toString()).and("til", until).map());
    return freelance
        ? row.map()
        : row.and("arbeidstidsordning", Members.with("kode", "ikkeSkift").map())
            .and("ansettelsesform", Members.with("kode", "fast").map())
            .and("antallTimerPrUke", FULL_TIME_HOURS * position.percentage() / 100)
            .and("avtaltStillingsprosent", position.percentage())
            .and("sisteStillingsprosentendring", from.toString())
            .map();
  }
}

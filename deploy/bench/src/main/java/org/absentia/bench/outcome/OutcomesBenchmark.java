package org.absentia.bench.outcome;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.absentia.bench.Benchmark;
import org.absentia.bench.Measurement;
import org.absentia.bench.Options;
import org.absentia.bench.Stopwatch;

/** How fast outcomes are derived, beside a loop over arrays, DuckDB and R on the same records. */
public final class OutcomesBenchmark implements Benchmark {
  private static final String NOTES =
      """

      Every contender answers for the I-MORE definition: lost workdays of P6M and P12M, contracts and
      pensions read monthly, all benefits. Loading is never timed; each runs on one thread.
        derivation        Derivation.outcome(CurrentRecords.of(versions)): selects the versions that count and
                          derives windows by source, monthly sums, return to work and all baseline variables,
                          for any definition
        loop over arrays  the same values for this one definition, from columns of numbers (employers and
                          record ids already replaced by their order), one array of days reused
        DuckDB            the same rules in one SQL query, but only the lost workdays of both windows
        R data.table      the same as DuckDB
      Lost workdays of each person, and every value of the loop, must agree exactly.
      """;
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final int WARM_UPS = 8;

  @Override
  public String name() {
    return "outcomes";
  }

  @Override
  public Set<String> options() {
    return Set.of("--persons", "--seed", "--rounds");
  }

  @Override
  public String usage() {
    return """
        outcomes   derives lost workdays beside a loop over arrays, DuckDB and R
          --persons N   how many persons (30000)
          --seed N      of the synthetic records (1)
          --rounds N    timed rounds of each contender (21; DuckDB and R a quarter of them)
        """;
  }

  @Override
  public List<Measurement> run(Options options, PrintStream out) throws SQLException {
    int persons = options.count("--persons", 30_000);
    int rounds = options.count("--rounds", 21);
    List<Person> twice = SyntheticRegister.of(options.number("--seed", 1), 2 * persons);
    List<Person> once = twice.subList(0, persons);
    out.println(described(once));
    out.println(NOTES);
    LostWorkdays lost = Kernel.lostWorkdays(once);
    List<Measurement> measurements = new ArrayList<>();
    double speed = inThisProcess(once, twice, rounds, measurements);
    int fewer = Math.max(3, rounds / 4);
    measurements.add(besideDuckDb(speed, once, lost, fewer, out));
    measurements.add(besideDataTable(speed, once, lost, fewer, out));
    return measurements;
  }

  private static String described(List<Person> persons) {
    int versions = persons.stream().mapToInt(person -> person.versions().size()).sum();
    int periods =
        persons.stream()
            .flatMap(person -> person.versions().stream())
            .mapToInt(version -> version.periods().size())
            .sum();
    return "%d persons: 24 months of history, 12 of follow-up, %d versions of records, %d periods"
        .formatted(persons.size(), versions, periods);
  }

  /** Adds what is measured in this process and answers the derivation's persons a minute. */
  private static double inThisProcess(
      List<Person> once, List<Person> twice, int rounds, List<Measurement> measurements) {
    Loop loop = new Loop(once);
    loop.mustAgree(once);
    long[] nanos =
        new Stopwatch()
            .add(() -> Kernel.run(once))
            .add(loop::run)
            .add(() -> Kernel.run(twice))
            .medianNanos(WARM_UPS, rounds);
    double speed = speed(once, nanos[0]);
    measurements.add(
        derivation(speed).against("loop over arrays", speed(once, nanos[1])).atLeast(0.5));
    measurements.add(derivation(speed).atLeast(150_000));
    measurements.add(
        Measurement.of("twice the persons", nanos[2] / 1e9, "s")
            .against("once", nanos[0] / 1e9)
            .atMost(2.1));
    return speed;
  }

  private static Measurement besideDuckDb(
      double speed, List<Person> persons, LostWorkdays lost, int rounds, PrintStream out)
      throws SQLException {
    try (DuckDb database = DuckDb.with(persons)) {
      out.println("DuckDB " + database.version());
      lost.mustAgreeWith(database.lostWorkdays(), "DuckDB");
      long[] nanos =
          new Stopwatch().add(() -> database.lostWorkdays().sum()).medianNanos(1, rounds);
      return derivation(speed).against("DuckDB", speed(persons, nanos[0])).atLeast(1);
    }
  }

  private static Measurement besideDataTable(
      double speed, List<Person> persons, LostWorkdays lost, int rounds, PrintStream out) {
    Measurement derivation = derivation(speed).atLeast(3);
    if (!DataTable.isInstalled()) {
      out.println("R: no Rscript with data.table here (Debian: r-base-core, r-cran-data.table)");
      return derivation.withoutBaseline("R data.table");
    }
    DataTable.Answer answer = DataTable.run(persons, rounds);
    out.println("data.table " + answer.versions());
    lost.mustAgreeWith(answer.lost(), "R");
    List<Double> seconds = answer.seconds().stream().sorted().toList();
    double median = seconds.get(seconds.size() / 2);
    return derivation.against("R data.table", speed(persons, median * 1e9));
  }

  private static Measurement derivation(double speed) {
    return Measurement.of("derivation, one core", speed, "persons/min");
  }

  private static double speed(List<Person> persons, double nanos) {
    return persons.size() * NANOS_PER_MINUTE / nanos;
  }
}

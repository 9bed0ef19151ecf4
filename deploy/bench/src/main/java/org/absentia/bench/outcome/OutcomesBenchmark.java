package org.absentia.bench.outcome;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.absentia.bench.Benchmark;
import org.absentia.bench.Measurement;
import org.absentia.bench.Options;
import org.absentia.bench.Stopwatch;

/** Measures the derivation of outcomes. */
public final class OutcomesBenchmark implements Benchmark {
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
    return "";
  }

  @Override
  public List<Measurement> run(Options options, PrintStream out) throws Exception {
    int persons = Math.toIntExact(options.number("--persons", 20_000));
    List<Person> twice = SyntheticRegister.of(options.number("--seed", 1), 2 * persons);
    List<Person> once = twice.subList(0, persons);
    RecordColumns columns = RecordColumns.of(once);
    out.println("versions " + columns.record.length + " periods " + columns.from.length);
    DayLoop loop = new DayLoop(columns);
    ArrayOutcome array = new ArrayOutcome();
    int bad = 0;
    for (Person p : once) {
      loop.derive(p.number(), array);
      List<String> d = Differences.between(Kernel.outcome(p), array);
      if (!d.isEmpty() && bad++ < 10) out.println(p.number() + " " + d);
    }
    out.println("bad " + bad);
    int rounds = Math.toIntExact(options.number("--rounds", 9));
    long[] n =
        new Stopwatch()
            .add(() -> Kernel.run(once))
            .add(
                () -> {
                  long sum = 0;
                  for (int p = 0; p < persons; p++) {
                    loop.derive(p, array);
                    sum += array.digest();
                  }
                  return sum;
                })
            .add(() -> Kernel.run(twice))
            .medianNanos(5, rounds);
    List<Measurement> m = new ArrayList<>();
    m.add(Measurement.of("kernel us/person", n[0] / 1e3 / persons, "us").against("loop", n[1] / 1e3 / persons));
    m.add(Measurement.of("twice", n[2] / 1e3, "us").against("once", n[0] / 1e3));
    return m;
  }
}

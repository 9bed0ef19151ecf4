package org.absentia.suite.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.absentia.suite.Command;
import org.absentia.suite.Component;
import org.absentia.suite.Installation;
import org.absentia.suite.world.Allotment;
import org.absentia.suite.world.Arm;
import org.absentia.suite.world.Message;
import org.absentia.suite.world.Person;
import org.absentia.suite.world.Scale;
import org.absentia.suite.world.Wire;
import org.absentia.suite.world.World;

/**
 * Shows that the synthetic absence comes out as the trial reports it: many seeds, every
 * participant's records evaluated by the running outcome-service, means and medians of each arm
 * averaged over the seeds.
 */
public final class CalibrateCommand implements Command {
  private static final double TOLERANCE_DAYS = 4;
  private static final int DEFAULT_SEEDS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "calibrate";
  }

  @Override
  public String usage() {
    return """
    calibrate [--seeds N] [--first SEED]
        evaluate N synthetic trials (20) and hold their lost workdays against MI-NAV's Table 3
    """;
  }

  @Override
  public int run(List<String> args, Installation installation) {
    int seeds = DEFAULT_SEEDS;
    long first = 1;
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--seeds" -> seeds = (int) Options.number(word, Options.value(word, rest));
        case "--first" -> first = Options.number(word, Options.value(word, rest));
        default -> throw new IllegalArgumentException("calibrate does not know '" + word + "'");
      }
    }
    installation.up(Component.OUTCOME_SERVICE);
    return run(new InstallationSite(installation), first, seeds);
  }

  static int run(Site site, long first, int seeds) {
    Story story = new Story(System.out, Boolean.getBoolean("absentia.terminal"));
    Map<Arm, List<double[]>> trials = new EnumMap<>(Arm.class);
    story.step("Evaluating " + seeds + " synthetic trials with outcome-service");
    try (Calls calls = new Calls(site, PATIENCE)) {
      for (long seed = first; seed < first + seeds; seed++) {
        evaluate(calls, World.of(seed, Scale.FULL, World.OFFICES))
            .forEach((arm, lost) -> trials.computeIfAbsent(arm, a -> new ArrayList<>()).add(lost));
        story.progress(true, "seed %d done  %s", seed, story.elapsed());
      }
    } catch (DemoFailure failure) {
      story.line("%s", failure.reason());
      return 1;
    }
    return show(trials, story);
  }

  /** The lost workdays of one synthetic trial by arm, each list sorted. */
  private static Map<Arm, double[]> evaluate(Calls calls, World world) {
    Map<Person, Arm> arms = Allotment.of(world);
    List<Person> persons = List.copyOf(arms.keySet());
    List<Double> lost =
        Together.map(
            persons,
            person ->
                lostWorkdays(calls, world, person, arms.getOrDefault(person, Arm.USUAL_CARE)));
    Map<Arm, DoubleStream.Builder> byArm = new EnumMap<>(Arm.class);
    for (int k = 0; k < persons.size(); k++) {
      byArm
          .computeIfAbsent(
              arms.getOrDefault(persons.get(k), Arm.USUAL_CARE), arm -> DoubleStream.builder())
          .add(lost.get(k));
    }
    Map<Arm, double[]> sorted = new EnumMap<>(Arm.class);
    byArm.forEach((arm, values) -> sorted.put(arm, values.build().sorted().toArray()));
    return sorted;
  }

  private static double lostWorkdays(Calls calls, World world, Person person, Arm arm) {
    List<Message> messages =
        Stream.concat(
                world.settledMessages(person).stream(),
                world.followingMessages(person, arm).stream())
            .toList();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("definition", "mi-nav");
    request.put("indexDate", person.turningPoint().toString());
    request.put("records", Wire.canonical(messages));
    return calls
        .post(Service.OUTCOME_SERVICE, Roles.INTEGRATOR, "/evaluations", request)
        .expecting(200)
        .path("windows")
        .path(0)
        .path("lostWorkdays")
        .asDouble();
  }

  private static int show(Map<Arm, List<double[]>> trials, Story story) {
    story.step("Lost workdays in six months, averaged over the seeds (published in brackets)");
    story.line("%-10s %16s %16s %16s", "arm", "mean", "median", "SD");
    boolean near = true;
    for (Published published : Published.TABLE_3) {
      List<double[]> lost = trials.getOrDefault(published.arm(), List.of());
      double mean = averaged(lost, CalibrateCommand::mean);
      double median = averaged(lost, CalibrateCommand::median);
      story.line(
          "%-10s %9.1f (%4.0f) %9.1f (%4.0f) %9.1f (%4.0f)",
          published.arm().label(),
          mean,
          published.mean(),
          median,
          published.median(),
          averaged(lost, CalibrateCommand::deviation),
          published.deviation());
      near &= Math.abs(mean - published.mean()) <= TOLERANCE_DAYS;
      near &= Math.abs(median - published.median()) <= TOLERANCE_DAYS;
    }
    story.line(
        near
            ? "all means and medians lie within %.0f days"
            : "not all means and medians lie within %.0f days",
        TOLERANCE_DAYS);
    return near ? 0 : 1;
  }

  private static double averaged(
      List<double[]> trials, java.util.function.ToDoubleFunction<double[]> statistic) {
    return trials.stream().mapToDouble(statistic).average().orElse(Double.NaN);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}

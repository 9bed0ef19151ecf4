package org.absentia.randomisation.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.protocol.SchemeReader;
import org.absentia.randomisation.protocol.SimulationReader;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.simulation.ComparedDesign;
import org.absentia.randomisation.simulation.SimulationRequest;

/**
 * What the reader of the page wants to compare. A value that cannot be used is named in {@code
 * faults}, and the default stands in its place.
 */
record DesignQuestion(
    int arms,
    int participants,
    double theta,
    double eta,
    long seed,
    List<String> keys,
    String own,
    List<ComparedDesign> designs,
    List<String> faults) {
  static final int DEFAULT_PARTICIPANTS = 166;
  static final int MOST_PARTICIPANTS = 500;
  static final int RUNS = 10_000;
  private static final int LEVELS = 2;
  private static final int LONGEST_OWN = 1000;

  DesignQuestion {
    keys = List.copyOf(keys);
    designs = List.copyOf(designs);
    faults = List.copyOf(faults);
  }

  static DesignQuestion of(
      List<String> chosen,
      String arms,
      String n,
      String theta,
      String eta,
      String seed,
      String own) {
    List<String> faults = new ArrayList<>();
    int armCount = (int) number("Arms", arms, 2, 3, 2, faults);
    List<ComparedDesign> usual = ComparedDesign.ofArms(armCount);
    List<ComparedDesign> designs =
        new ArrayList<>(usual.stream().filter(design -> chosen.contains(design.key())).toList());
    Optional<Scheme> ownScheme = own(own.strip(), armCount, faults);
    if (designs.isEmpty() && ownScheme.isEmpty()) {
      designs.addAll(usual);
    }
    List<String> keys = designs.stream().map(ComparedDesign::key).toList();
    ownScheme.ifPresent(scheme -> designs.add(new ComparedDesign("own", "Own design", scheme)));
    return new DesignQuestion(
        armCount,
        (int) number("Participants", n, 2, MOST_PARTICIPANTS, DEFAULT_PARTICIPANTS, faults),
        decimal("Time trend", theta, 1, faults),
        decimal("Selection bias", eta, 0.5, faults),
        number("Seed", seed, 0, Integer.MAX_VALUE, 1, faults),
        keys,
        own.strip(),
        designs,
        faults);
  }

  SimulationRequest request(ComparedDesign design) {
    return new SimulationRequest(
        design.scheme(), arms, participants, RUNS, seed, theta, eta, LEVELS);
  }

  private static Optional<Scheme> own(String text, int arms, List<String> faults) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<Fault> found = List.of(new Fault("", "must have at most 1000 characters"));
    Optional<Scheme> scheme = Optional.empty();
    if (text.length() <= LONGEST_OWN) {
      Faults noted = new Faults();
      try {
        scheme = read(text, arms, noted);
        found = noted.list();
      } catch (Problem malformed) {
        found = malformed.faults();
      }
    }
    found.forEach(fault -> faults.add("Own design " + fault.pointer() + ": " + fault.detail()));
    return found.isEmpty() ? scheme : Optional.empty();
  }

  private static Optional<Scheme> read(String text, int arms, Faults faults) {
    JsonReader in = JsonReader.of(JsonReader.parse(text.getBytes(StandardCharsets.UTF_8)), faults);
    return SimulationReader.simulable(in, SchemeReader.read(in, List.of()), arms);
  }

  private static long number(
      String label, String text, long least, long most, long otherwise, List<String> faults) {
    if (text.isBlank()) {
      return otherwise;
    }
    if (text.strip().matches("\\d{1,10}")) {
      long value = Long.parseLong(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    }
    faults.add("%s: must be a whole number from %d to %d".formatted(label, least, most));
    return otherwise;
  }

  private static double decimal(String label, String text, double otherwise, List<String> faults) {
    if (text.isBlank()) {
      return otherwise;
    }
    if (text.strip().matches("[0-2](\\.\\d{1,4})?")) {
      double value = Double.parseDouble(text.strip());
      if (value <= 2) {
        return value;
      }
    }
    faults.add(label + ": must be a number from 0 to 2");
    return otherwise;
  }
}

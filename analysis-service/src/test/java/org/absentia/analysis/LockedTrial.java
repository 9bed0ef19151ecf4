package org.absentia.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.absentia.analysis.dataset.Flow;
import org.absentia.analysis.dataset.MaskedDataset;
import org.absentia.analysis.dataset.Outcome;
import org.absentia.analysis.dataset.Participant;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.TrialState;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.dataset.Withdrawal;
import org.absentia.analysis.json.PlanReader;
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;

/** The synthetic trial locked and labelled without any service. */
public final class LockedTrial {

  private static final LocalDate WITHDRAWN_ON = LocalDate.of(2019, 6, 1);

  private LockedTrial() {}

  public static String protocolText() {
    try {
      return Files.readString(Path.of("src/test/resources/trial/protocol.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static AnalysisPlan plan() {
    try {
      return PlanReader.read(
          JsonReader.of(new ObjectMapper().readTree(protocolText()), new Faults()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static MaskedDataset dataset() {
    TrialState state =
        new TrialState(
            plan(),
            MinavLike.people("pure").stream().map(LockedTrial::participant).toList(),
            List.of(),
            List.of());
    Map<UUID, String> labels = new HashMap<>();
    MinavLike.people("pure").forEach(p -> labels.put(p.participantId(), p.label()));
    List<Row> rows = new ArrayList<>();
    for (Participant participant : state.participants()) {
      Row row = state.freeze(participant, participant.participantId()).row();
      rows.add(row.labelled(labels.getOrDefault(participant.participantId(), "?")));
    }
    return new MaskedDataset(new UUID(0, 1), "mi-nav", "0".repeat(64), flow(), rows);
  }

  /** A flow like that of the published trial. */
  public static Flow flow() {
    return new Flow(
        9874,
        new TreeMap<>(
            Map.of(
                "other-diagnosis",
                5120,
                "grade-below-minimum",
                1203,
                "not-employed",
                866,
                "outside-age",
                112)),
        2573,
        212,
        431,
        507,
        new TreeMap<>(
            Map.of(
                "serious somatic or mental disorder needing specialised treatment", 187,
                "pregnant", 96,
                "insufficient Norwegian or English", 141,
                "self-employed", 83)),
        898,
        11,
        514,
        7,
        4);
  }

  public static Participant participant(MinavLike.Person person) {
    return new Participant(
        person.participantId(),
        Optional.of(person.stratum()),
        Optional.empty(),
        person.pilot(),
        person.lostWorkdays().isPresent()
            ? List.of()
            : List.of(new Withdrawal(Withdrawal.Level.WITHDRAW_KEEPING_DATA, WITHDRAWN_ON)),
        values(person.answers()),
        person
            .lostWorkdays()
            .map(
                days ->
                    new Outcome(
                        1,
                        Outcome.Status.COMPLETE,
                        Map.of("P6M", new Outcome.Window(LocalDate.of(2019, 11, 1), 131, days)),
                        values(person.registry()))));
  }

  private static Map<String, Value> values(Map<String, Object> raw) {
    Map<String, Value> values = new HashMap<>();
    raw.forEach(
        (name, value) ->
            values.put(
                name,
                switch (value) {
                  case Number number -> new Value.Number(number.doubleValue());
                  case Boolean truth -> new Value.Text(truth ? "yes" : "no");
                  default -> new Value.Text(value.toString());
                }));
    return values;
  }
}

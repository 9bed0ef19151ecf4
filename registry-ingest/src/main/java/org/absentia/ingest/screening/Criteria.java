package org.absentia.ingest.screening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.absentia.ingest.record.Diagnosis;
import org.absentia.ingest.record.DiagnosisSystem;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Fields;
import org.jspecify.annotations.Nullable;

/** The {@code screening} section of a protocol; a criterion that is left out excludes nobody. */
public record Criteria(
    Optional<Range> weekOfSickLeave,
    Optional<Integer> minimumGrade,
    Optional<Range> age,
    List<Diagnoses> diagnoses,
    boolean employed) {
  private static final int LONGEST = 1_000;

  public Criteria {
    diagnoses = List.copyOf(diagnoses);
  }

  /** Whole numbers from the first to the last, both included. */
  public record Range(int from, int to) {
    boolean holds(int value) {
      return from <= value && value <= to;
    }
  }

  /** Chapters of a classification. */
  public record Diagnoses(DiagnosisSystem system, Set<String> chapters) {
    public Diagnoses {
      chapters = Set.copyOf(chapters);
    }

    boolean holds(Diagnosis diagnosis) {
      return diagnosis.system() == system && chapters.contains(diagnosis.chapter());
    }
  }

  /** Reads the section; check the faults before using it. */
  public static Criteria read(@Nullable Object section, Faults faults) {
    Fields fields = Fields.of(section, faults);
    return new Criteria(
        range(fields, "weekOfSickLeave"),
        fields.integer("minimumGrade", 0, 100).map(Long::intValue),
        range(fields, "age"),
        fields.objects("diagnoses").stream()
            .map(
                diagnoses ->
                    new Diagnoses(
                        diagnoses.requiredChoice("system", DiagnosisSystem.class),
                        Set.copyOf(diagnoses.texts("chapters"))))
            .toList(),
        fields.bool("employed").orElse(false));
  }

  private static Optional<Range> range(Fields fields, String name) {
    return fields
        .object(name)
        .map(
            range ->
                new Range(
                    range.integer("from", 0, LONGEST).map(Long::intValue).orElse(0),
                    range.integer("to", 0, LONGEST).map(Long::intValue).orElse(LONGEST)));
  }
}

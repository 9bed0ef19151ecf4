package org.absentia.ingest.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What the population register says of a person: the identifier in use, those used before, and what
 * candidate lists need. Of two messages the one with the later {@code updatedAt} counts.
 */
public record PersonDetails(
    String identifier,
    List<String> formerIdentifiers,
    Optional<LocalDate> birthDate,
    Optional<Sex> sex,
    Optional<String> office,
    Instant updatedAt) {
  public PersonDetails {
    formerIdentifiers = List.copyOf(formerIdentifiers);
  }

  /** Sex as registered. */
  public enum Sex {
    FEMALE,
    MALE
  }

  /** Reads a person; check the faults before using it. */
  public static PersonDetails read(@Nullable Object document, Faults faults) {
    Fields fields = Fields.of(document, faults);
    Optional<String> office = fields.text("office");
    if (office.map(code -> !code.matches("[0-9]{4}")).orElse(false)) {
      fields.fault("office", "must be an office number of four digits");
    }
    return new PersonDetails(
        fields.requiredText("personIdentifier"),
        fields.texts("formerIdentifiers"),
        fields.date("birthDate"),
        fields.choice("sex", Sex.class),
        office,
        fields.requiredInstant("updatedAt"));
  }

  /** The details in one text, by which two messages of one time are told apart and ordered. */
  public String summary() {
    return birthDate.map(Object::toString).orElse("")
        + "|"
        + sex.map(Enum::name).orElse("")
        + "|"
        + office.orElse("");
  }
}

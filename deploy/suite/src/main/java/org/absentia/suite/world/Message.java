package org.absentia.suite.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Something a register wrote about a person, and the day on which it reaches the trial. */
public sealed interface Message {

  Person person();

  Instant writtenAt();

  LocalDate arrivesOn();

  /** The population register's entry. */
  record PersonEntry(Person person, Instant writtenAt, LocalDate arrivesOn) implements Message {}

  /** An employment as Aa-registeret knows it at a version. */
  record Employment(Person person, Job job, int version, Instant writtenAt, LocalDate arrivesOn)
      implements Message {}

  /** A decision on a disability pension; later versions repeat the earlier periods. */
  record PensionDecision(
      Person person, Pension pension, int version, Instant writtenAt, LocalDate arrivesOn)
      implements Message {}

  /** A certificate of one period; an invalid one takes back the valid one of the same id. */
  record Certificate(
      Person person,
      UUID id,
      Form form,
      LocalDate spellStart,
      LocalDate from,
      LocalDate to,
      Content content,
      int grade,
      boolean valid,
      Instant writtenAt,
      Instant validatedAt,
      LocalDate arrivesOn)
      implements Message {}

  /** A certificate deleted at its source: only its id is left. */
  record CertificateDeleted(Person person, UUID id, Instant writtenAt, LocalDate arrivesOn)
      implements Message {}

  /**
   * A payment of sick pay, day by day; a second one under the same correlation replaces the first.
   */
  record Payment(
      Person person,
      UUID id,
      UUID correlation,
      int version,
      String employer,
      LocalDate spellStart,
      List<Day> days,
      Instant writtenAt,
      LocalDate arrivesOn)
      implements Message {
    public Payment {
      days = List.copyOf(days);
    }
  }

  /** A payment taken back. */
  record Annulment(
      Person person,
      UUID id,
      UUID correlation,
      int version,
      String employer,
      LocalDate from,
      LocalDate to,
      Instant writtenAt,
      LocalDate arrivesOn)
      implements Message {}

  /** One day of a payment. */
  record Day(LocalDate date, Kind kind, int grade) {

    /** What the payer found. */
    public enum Kind {
      EMPLOYER_PAYS,
      PAID,
      PAID_WEEKEND,
      WORKED,
      FREE,
      HOLIDAY,
      UNKNOWN
    }
  }

  /** The dialect in which a certificate is sent. */
  enum Form {
    JSON_DIGITAL,
    JSON_FROM_XML,
    XML
  }

  /** What a certificate's period says. */
  enum Content {
    ABSENT,
    AWAITING,
    TREATMENT_DAY
  }
}

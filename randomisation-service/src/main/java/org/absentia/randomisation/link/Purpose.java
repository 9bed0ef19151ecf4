package org.absentia.randomisation.link;

import java.util.Optional;

/** What a link asks of its holder. */
public sealed interface Purpose {
  /** The kinds by name. */
  enum Kind {
    QUESTIONNAIRE,
    CONSENT,
    WITHDRAWAL,
    ENROLMENT
  }

  Kind kind();

  /** Returns the timepoint or version; empty where there is none. */
  Optional<String> subject();

  static Purpose of(Kind kind, Optional<String> subject) {
    return switch (kind) {
      case QUESTIONNAIRE -> new Questionnaire(subject.orElseThrow());
      case CONSENT -> new Consent(subject.orElseThrow());
      case WITHDRAWAL -> new Withdraw();
      case ENROLMENT -> new Enrol(subject.orElseThrow());
    };
  }

  /** A participant's answers at a timepoint. */
  record Questionnaire(String timepoint) implements Purpose {
    @Override
    public Kind kind() {
      return Kind.QUESTIONNAIRE;
    }

    @Override
    public Optional<String> subject() {
      return Optional.of(timepoint);
    }
  }

  /** A participant's consent to another version of the form. */
  record Consent(String version) implements Purpose {
    @Override
    public Kind kind() {
      return Kind.CONSENT;
    }

    @Override
    public Optional<String> subject() {
      return Optional.of(version);
    }
  }

  /** How far a participant withdraws. */
  record Withdraw() implements Purpose {
    @Override
    public Kind kind() {
      return Kind.WITHDRAWAL;
    }

    @Override
    public Optional<String> subject() {
      return Optional.empty();
    }
  }

  /** A candidate's consent and items of the baseline, which enrol. */
  record Enrol(String version) implements Purpose {
    @Override
    public Kind kind() {
      return Kind.ENROLMENT;
    }

    @Override
    public Optional<String> subject() {
      return Optional.of(version);
    }
  }
}

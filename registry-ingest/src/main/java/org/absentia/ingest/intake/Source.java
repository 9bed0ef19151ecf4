package org.absentia.ingest.intake;

/** The dialect in which something came. */
public enum Source {
  CANONICAL,
  SYKMELDING,
  SYKMELDING_XML,
  UTBETALING,
  ARBEIDSFORHOLD,
  PERSON
}

package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.time.LocalDate;

/** Consent to a version of the form, given at enrolment or since. */
public record ConsentGiven(String version, LocalDate givenOn, Instant recordedAt) {}

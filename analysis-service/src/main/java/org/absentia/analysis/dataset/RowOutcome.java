package org.absentia.analysis.dataset;

import java.util.Optional;

/**
 * The outcome of one row: work lost in the planned window, and how much was worked a week after
 * inclusion.
 */
public record RowOutcome(
    double lostWorkdays, double workdays, Optional<Double> workedShareAfterOneWeek) {}

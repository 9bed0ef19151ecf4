package org.absentia.analysis.dataset;

import java.util.Optional;

/**
 * A row as it is frozen, with what stays outside of it: who stopped an intervention had one, so the
 * level would tell the arm.
 */
public record Frozen(Row row, Optional<Withdrawal.Level> furthest) {}

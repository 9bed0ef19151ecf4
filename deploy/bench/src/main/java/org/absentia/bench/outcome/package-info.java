/**
 * The derivation of outcomes measured against a hand-written loop over arrays, DuckDB and R, all on
 * the same synthetic records. A contender that finds another number of lost workdays for anyone
 * fails the run.
 */
@NullMarked
package org.absentia.bench.outcome;

import org.jspecify.annotations.NullMarked;

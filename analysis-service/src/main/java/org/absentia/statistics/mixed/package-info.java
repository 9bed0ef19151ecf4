/**
 * Linear mixed models with one grouping factor (contracts/statistics-formulas.md F17), by maximum
 * or restricted maximum likelihood. Rows are rotated once so that each group leaves as many rows as
 * there are random terms; the rest is a sum of squares. The likelihood, profiled over fixed effects
 * and residual variance, then costs a few small matrices per group.
 */
@NullMarked
package org.absentia.statistics.mixed;

import org.jspecify.annotations.NullMarked;

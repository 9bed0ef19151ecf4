/**
 * Comparisons of two samples and resampling: t-test, rank-sum test, bootstrap. P-values are
 * two-sided and exact far into the tail. Formulas and their sources stand at each method.
 */
@NullMarked
package org.absentia.statistics.inference;

import org.jspecify.annotations.NullMarked;

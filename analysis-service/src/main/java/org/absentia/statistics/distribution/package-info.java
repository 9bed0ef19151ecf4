/**
 * Distribution functions that Apache Commons Statistics lacks, or gives to fewer digits than the
 * engine owes: tails of the normal distribution in logarithms, Student's quantiles, chi-square, F
 * and the binomial distribution to the last digit, and the noncentral t distribution.
 */
@NullMarked
package org.absentia.statistics.distribution;

import org.jspecify.annotations.NullMarked;

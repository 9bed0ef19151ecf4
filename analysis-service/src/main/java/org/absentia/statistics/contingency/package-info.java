/**
 * Tables of two categorical variables: chi-square tests with Cramer's V and the odds ratio, and
 * Fisher's exact test of tables of any size by a network of remaining row totals.
 */
@NullMarked
package org.absentia.statistics.contingency;

import org.jspecify.annotations.NullMarked;

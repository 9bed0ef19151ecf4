/**
 * From a formula in Wilkinson's notation and columns with gaps to the numbers that a model is
 * fitted to: terms, dummies against a base, complete rows. Names of terms follow
 * contracts/statistics.md section 1.
 */
@NullMarked
package org.absentia.statistics.design;

import org.jspecify.annotations.NullMarked;

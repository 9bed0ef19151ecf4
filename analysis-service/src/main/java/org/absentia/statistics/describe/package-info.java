/**
 * Descriptions of one sample: moments in two passes, so that values of 1e15 keep their digits, and
 * quantiles by the definitions that Stata and R use. The formulas are those of Hyndman and Fan
 * (1996) and of Stata's manuals.
 */
@NullMarked
package org.absentia.statistics.describe;

import org.jspecify.annotations.NullMarked;

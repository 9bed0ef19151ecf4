/**
 * Times to an event that not everybody reaches: the Kaplan-Meier curve, the log-rank family and
 * Cox's regression. Everything walks over the same risk sets, which are sorted once; sums over them
 * are only ever added to, so that nothing is lost by subtraction.
 */
@NullMarked
package org.absentia.statistics.survival;

import org.jspecify.annotations.NullMarked;

/**
 * Minima of smooth functions of a few parameters, by second derivatives, so that an estimate is
 * found to the last digits and a saddle point is left again.
 */
@NullMarked
package org.absentia.statistics.optim;

import org.jspecify.annotations.NullMarked;

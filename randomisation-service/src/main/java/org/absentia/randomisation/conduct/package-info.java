/**
 * The conduct of a trial around its allocations: who was assessed and judged eligible, what the
 * flow chart counts, consent over time, adverse events, what befell the trial itself, and the
 * versions of its protocol.
 */
@NullMarked
package org.absentia.randomisation.conduct;

import org.jspecify.annotations.NullMarked;

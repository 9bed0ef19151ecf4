/**
 * What a design gives away: how often the best guesser is right, how far the arms drift apart, and
 * what a trend in time or a recruiter who guesses does to the error of the first kind. It looks at
 * one stratum and knows nothing of any trial.
 */
@NullMarked
package org.absentia.randomisation.simulation;

import org.jspecify.annotations.NullMarked;

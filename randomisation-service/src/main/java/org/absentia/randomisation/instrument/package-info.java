/**
 * Questionnaires: how answers become a score and scores become a risk stratum.
 *
 * <p>The rules are data in {@code resources/instruments}; no licensed item text is kept, only
 * ranges. A score with missing items is undetermined, yet bounded, so that a stratum which the
 * missing items cannot change still counts.
 */
@NullMarked
package org.absentia.randomisation.instrument;

import org.jspecify.annotations.NullMarked;

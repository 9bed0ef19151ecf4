/**
 * The planned analyses of a locked dataset: baseline table, unadjusted comparisons, distribution
 * and flow. The result is a pure function of dataset, plan and seed, kept as canonical text with
 * its hash; computing it again gives the same bytes.
 */
@NullMarked
package org.absentia.analysis.run;

import org.jspecify.annotations.NullMarked;

/**
 * Locks a trial's data, has them masked, runs the planned analyses on them and draws the report. It
 * learns of participants, answers and outcomes from events alone and never of an arm: a locked row
 * carries the letter that the randomisation-service drew for this dataset.
 */
@NullMarked
package org.absentia.analysis;

import org.jspecify.annotations.NullMarked;

/**
 * What is told of a trial's randomisation to whoever reviews it: how it was done, in the words that
 * a paper owes its readers; how the slots were used, for auditors; and, once all arms are open,
 * whether recruiters seem to have guessed.
 */
@NullMarked
package org.absentia.randomisation.report;

import org.jspecify.annotations.NullMarked;

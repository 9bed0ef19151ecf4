/**
 * The part of a trial's protocol that says what is tabulated and compared. The plan is data, fixed
 * before the first participant; nothing about the tables is decided when the results are in sight.
 */
@NullMarked
package org.absentia.analysis.plan;

import org.jspecify.annotations.NullMarked;

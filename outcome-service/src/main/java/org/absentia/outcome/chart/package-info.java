/**
 * One participant's follow-up laid out for a person to read: what each register says, which of it
 * the rules went by, and what each day counted. Here is what there is to tell and its text form,
 * one letter a day; {@code strip} draws the same.
 */
@NullMarked
package org.absentia.outcome.chart;

import org.jspecify.annotations.NullMarked;

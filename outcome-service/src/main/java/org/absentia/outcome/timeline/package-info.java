/**
 * Calendar days and what holds on them. A day is a whole number counted from 1970-01-01, so that a
 * year of days is arithmetic and not a list of objects; a timeline says what holds during which
 * period and nothing about what it means.
 */
@NullMarked
package org.absentia.outcome.timeline;

import org.jspecify.annotations.NullMarked;

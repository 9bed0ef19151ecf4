/**
 * Results made readable: numbers as words of a table, figures as SVG drawn here so that their
 * layout is exact and needs nothing from outside, CSV for other programs. Each figure exists twice,
 * for a wide page and for a phone, and always with the same figures as a table for those who do not
 * see it.
 */
@NullMarked
package org.absentia.analysis.report;

import org.jspecify.annotations.NullMarked;

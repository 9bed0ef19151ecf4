/**
 * What goes into a method: samples without their gaps, and intervals that come out of one. A sample
 * keeps its values in ascending order, so no result can depend on the order in which rows happened
 * to lie.
 */
@NullMarked
package org.absentia.statistics.data;

import org.jspecify.annotations.NullMarked;

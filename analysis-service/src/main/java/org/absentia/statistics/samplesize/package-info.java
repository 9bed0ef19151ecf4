/**
 * How many persons a trial needs so that a test has the power that is wanted: two means, by the
 * normal and by the noncentral t distribution, and what is added for those who will be lost.
 */
@NullMarked
package org.absentia.statistics.samplesize;

import org.jspecify.annotations.NullMarked;

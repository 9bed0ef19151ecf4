/**
 * What went wrong in the conduct of a trial, noted by whoever found out: what, when, about whom or
 * which slot, and what was done about it. Nothing here undoes an allocation.
 */
@NullMarked
package org.absentia.randomisation.deviation;

import org.jspecify.annotations.NullMarked;

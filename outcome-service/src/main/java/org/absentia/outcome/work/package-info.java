/** Keeps recomputing in the background for as long as the service runs. */
@NullMarked
package org.absentia.outcome.work;

import org.jspecify.annotations.NullMarked;

/**
 * How a long computation is heard and ended: it counts its steps, and whoever started it may listen
 * and may end it between two of them. Listening changes no number. The listener is bound to the
 * thread; whoever hands work to other threads takes it along.
 */
@NullMarked
package org.absentia.statistics.progress;

import org.jspecify.annotations.NullMarked;

/**
 * Draws a chart as a strip: time from left to right, a lane for each register, below them what each
 * day lost. Plain text building without a drawing library, so that equal charts give equal bytes.
 */
@NullMarked
package org.absentia.outcome.strip;

import org.jspecify.annotations.NullMarked;

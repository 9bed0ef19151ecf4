/**
 * Keeps facts about trials and participants in whatever order they arrive, and recomputes the
 * outcome of each participant whose facts changed. Plain Java; what is stored lies behind ports.
 */
@NullMarked
package org.absentia.outcome.computation;

import org.jspecify.annotations.NullMarked;

/**
 * Holds the synthetic registry against the paper it imitates and against what its own messages say.
 */
@NullMarked
package org.absentia.suite.world;

import org.jspecify.annotations.NullMarked;

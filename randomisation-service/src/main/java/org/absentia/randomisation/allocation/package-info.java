/**
 * What an allocation leaves behind: the hash-chained log, its signed head and the receipt, exactly
 * as RND-1 section 5 writes them, so that nobody can change the past unseen and nobody learns an
 * arm from them.
 */
@NullMarked
package org.absentia.randomisation.allocation;

import org.jspecify.annotations.NullMarked;

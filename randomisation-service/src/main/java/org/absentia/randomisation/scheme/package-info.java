/**
 * The cryptographic core of the randomisation: designs, the stream of random integers they read,
 * and the commitment, Merkle root and openings that let anyone check the allocations afterwards
 * (contract RND-1).
 *
 * <p>Plain Java without a clock, a database or a source of chance of its own, so that an outsider
 * can rerun it.
 */
@NullMarked
package org.absentia.randomisation.scheme;

import org.jspecify.annotations.NullMarked;

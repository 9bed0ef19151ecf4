/**
 * What was delivered to each participant: sessions with their corrections, what is known of the
 * programme, and what follows by the protocol's rules (received, adherence, treated per protocol).
 *
 * <p>A delivery log tells the arm. So nothing that is answered while recording depends on the arm
 * of the participant: a component of another arm is taken down like any other, since it may well
 * have been delivered, and counts as a deviation where the arm may be known. What was recorded is
 * read back by whoever recorded it; the whole of it, with what follows, by the allocator alone; and
 * no event leaves before two persons have opened the trial.
 */
@NullMarked
package org.absentia.randomisation.delivery;

import org.jspecify.annotations.NullMarked;

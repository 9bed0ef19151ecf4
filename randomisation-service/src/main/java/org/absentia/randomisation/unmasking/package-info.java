/**
 * What happens once two persons agree that a locked dataset be unmasked: its letters get the names
 * of their arms, and each participant what a masked dataset must never carry, because it would tell
 * the arm: the odds of the allocation, and what was delivered by the protocol's rules. It is told
 * as it stood at that moment, and never before the masked analysis has its result, whose digest the
 * trial's log holds.
 */
@NullMarked
package org.absentia.randomisation.unmasking;

import org.jspecify.annotations.NullMarked;

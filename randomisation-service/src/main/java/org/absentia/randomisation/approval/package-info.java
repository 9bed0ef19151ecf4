/**
 * What two persons must agree on: one proposes it with a reason, another approves it, and only then
 * it happens, with an entry in the trial's log for each of the two steps.
 */
@NullMarked
package org.absentia.randomisation.approval;

import org.jspecify.annotations.NullMarked;

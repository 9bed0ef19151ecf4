/**
 * Sealed next slots for the time when the system fails, and what comes back of them. The only slots
 * that exist before they are taken; from them on concealment rests with whoever holds the pack.
 */
@NullMarked
package org.absentia.randomisation.contingency;

import org.jspecify.annotations.NullMarked;

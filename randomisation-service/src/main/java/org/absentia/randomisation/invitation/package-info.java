/**
 * The first of two stages: which offer a listed candidate is sent, none included, is drawn under a
 * design of its own with its own list version, key, commitment and root. The second stage, the arm
 * of an included participant, is the trial's allocation.
 */
@NullMarked
package org.absentia.randomisation.invitation;

import org.jspecify.annotations.NullMarked;

/**
 * Computes what a trial asks about each participant from the registries: lost workdays, return to
 * work and the baseline variables, by the rules of contracts/outcomes.md.
 */
@NullMarked
package org.absentia.outcome;

import org.jspecify.annotations.NullMarked;

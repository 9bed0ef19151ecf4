/**
 * From records to outcomes, rule by rule as contracts/outcomes.md numbers them: plain Java without
 * clock or I/O, in whole numbers of 10^-4 (shares, grades) and 10^-8 (a day's loss). The rules are
 * written for one day and asked once for each stretch of days on which nothing changes.
 */
@NullMarked
package org.absentia.outcome.derivation;

import org.jspecify.annotations.NullMarked;

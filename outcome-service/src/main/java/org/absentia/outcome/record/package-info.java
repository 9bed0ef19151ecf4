/**
 * The registry records of one person in canonical form (contracts/outcomes.md section 1), which of
 * their versions count, and in what order they are believed. Nothing here knows who the person is.
 */
@NullMarked
package org.absentia.outcome.record;

import org.jspecify.annotations.NullMarked;

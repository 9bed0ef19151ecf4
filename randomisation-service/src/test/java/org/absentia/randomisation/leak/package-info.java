/**
 * What a role that may not know the arm can hold against the allocations: everything it sees of
 * them, turned into numbers, and two rules that try to learn the arm from half of them.
 */
@NullMarked
package org.absentia.randomisation.leak;

import org.jspecify.annotations.NullMarked;

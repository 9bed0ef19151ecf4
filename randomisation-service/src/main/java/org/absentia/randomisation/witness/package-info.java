/**
 * Carries signed heads to a place outside this system, by HTTP or into a file, where those who
 * could rewrite a log here cannot rewrite what it once was.
 */
@NullMarked
package org.absentia.randomisation.witness;

import org.jspecify.annotations.NullMarked;

/**
 * The conduct of a trial and its concealed allocations; this package only puts the parts together.
 */
@NullMarked
package org.absentia.randomisation;

import org.jspecify.annotations.NullMarked;

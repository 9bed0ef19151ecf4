/** Tests of what goes into a method. */
@NullMarked
package org.absentia.statistics.data;

import org.jspecify.annotations.NullMarked;

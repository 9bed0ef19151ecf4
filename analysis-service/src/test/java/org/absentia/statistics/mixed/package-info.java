@NullMarked
package org.absentia.statistics.mixed;

import org.jspecify.annotations.NullMarked;

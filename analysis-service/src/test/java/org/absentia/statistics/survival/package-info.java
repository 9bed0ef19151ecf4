@NullMarked
package org.absentia.statistics.survival;

import org.jspecify.annotations.NullMarked;

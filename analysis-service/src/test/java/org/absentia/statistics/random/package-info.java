@NullMarked
package org.absentia.statistics.random;

import org.jspecify.annotations.NullMarked;

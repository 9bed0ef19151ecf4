@NullMarked
package org.absentia.statistics.distribution;

import org.jspecify.annotations.NullMarked;

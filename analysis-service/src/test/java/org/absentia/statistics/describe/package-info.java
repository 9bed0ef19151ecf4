@NullMarked
package org.absentia.statistics.describe;

import org.jspecify.annotations.NullMarked;

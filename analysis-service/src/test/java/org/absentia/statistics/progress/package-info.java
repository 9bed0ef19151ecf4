@NullMarked
package org.absentia.statistics.progress;

import org.jspecify.annotations.NullMarked;

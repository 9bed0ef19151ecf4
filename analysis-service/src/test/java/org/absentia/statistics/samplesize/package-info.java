@NullMarked
package org.absentia.statistics.samplesize;

import org.jspecify.annotations.NullMarked;

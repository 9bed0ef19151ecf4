@NullMarked
package org.absentia.statistics.normality;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.absentia.statistics.regression;

import org.jspecify.annotations.NullMarked;

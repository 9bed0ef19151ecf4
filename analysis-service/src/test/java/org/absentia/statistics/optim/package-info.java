@NullMarked
package org.absentia.statistics.optim;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.absentia.statistics.imputation;

import org.jspecify.annotations.NullMarked;

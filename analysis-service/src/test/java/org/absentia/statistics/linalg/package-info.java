@NullMarked
package org.absentia.statistics.linalg;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.absentia.statistics.contingency;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.absentia.statistics.inference;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.absentia.statistics;

import org.jspecify.annotations.NullMarked;

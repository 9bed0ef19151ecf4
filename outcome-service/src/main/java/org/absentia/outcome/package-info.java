@NullMarked
package org.absentia.outcome;

import org.jspecify.annotations.NullMarked;

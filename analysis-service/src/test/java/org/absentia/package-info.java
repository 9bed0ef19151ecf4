@NullMarked
package org.absentia;

import org.jspecify.annotations.NullMarked;

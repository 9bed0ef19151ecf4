/** Tests of the local infrastructure against the real programs. */
@NullMarked
package org.absentia.local;

import org.jspecify.annotations.NullMarked;

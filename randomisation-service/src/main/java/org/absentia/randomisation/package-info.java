@NullMarked
package org.absentia.randomisation;

import org.jspecify.annotations.NullMarked;

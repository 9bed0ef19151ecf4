@NullMarked
package org.absentia.analysis.run;

import org.jspecify.annotations.NullMarked;

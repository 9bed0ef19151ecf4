@NullMarked
package org.absentia.analysis.report;

import org.jspecify.annotations.NullMarked;

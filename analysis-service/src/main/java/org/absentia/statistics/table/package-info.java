/** Tables of estimates, alike for every model: term, standard error, statistic, p, interval. */
@NullMarked
package org.absentia.statistics.table;

import org.jspecify.annotations.NullMarked;

/**
 * Requests to the statistics engine on their way: those that are waited for, of which few run at
 * once, and jobs, which are asked for later, report progress and can be cancelled. Their data are
 * sensitive: they live in memory only and are forgotten soon after the end and on restart.
 */
@NullMarked
package org.absentia.analysis.job;

import org.jspecify.annotations.NullMarked;

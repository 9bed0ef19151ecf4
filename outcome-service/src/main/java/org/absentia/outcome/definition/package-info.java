/**
 * What a trial wants to know: which windows, which days are workdays, which benefits count and what
 * return to work means, as data. The presets stand in resources and are listed in the README.
 */
@NullMarked
package org.absentia.outcome.definition;

import org.jspecify.annotations.NullMarked;

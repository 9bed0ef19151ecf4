/**
 * What people and programs can ask: completeness, lock, rows, analyses, tables, figures, and the
 * report page.
 */
@NullMarked
package org.absentia.analysis.http;

import org.jspecify.annotations.NullMarked;

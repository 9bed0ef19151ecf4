/**
 * PostgreSQL: facts as they were last known, frozen datasets, runs. Facts are written by one
 * statement each that keeps the newer of two, so neither order nor repetition of events matters.
 */
@NullMarked
package org.absentia.analysis.db;

import org.jspecify.annotations.NullMarked;

/**
 * The running outcome-service measured from outside: its built program, fed over Kafka, asked over
 * HTTP, on a PostgreSQL and a Kafka of its own in a temporary directory. The database is asked
 * directly only for sizes and for how many wait.
 */
@NullMarked
package org.absentia.bench.service;

import org.jspecify.annotations.NullMarked;

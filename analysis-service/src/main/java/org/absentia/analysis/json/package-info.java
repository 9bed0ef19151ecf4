/**
 * The JSON forms that come in by Kafka, lie in the database and leave over HTTP: the plan in a
 * protocol, and the canonical text of rows and results that their hashes are computed from. It
 * serves the adapters, and stands by itself so that these need not know each other.
 */
@NullMarked
package org.absentia.analysis.json;

import org.jspecify.annotations.NullMarked;

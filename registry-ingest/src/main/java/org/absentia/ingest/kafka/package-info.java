/**
 * The topics: NAV's dialects, each a twin of an HTTP operation, and the events of
 * randomisation-service that decide whose records may leave. A message that can never be understood
 * goes to the dead-letter topic, one that a full or absent database stops is tried again.
 */
@NullMarked
package org.absentia.ingest.kafka;

import org.jspecify.annotations.NullMarked;

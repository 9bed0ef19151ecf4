/**
 * Takes benefit records in the dialects of the registers, keeps every version of every record,
 * finds candidates for a trial and releases the records of those who take part. The only place in
 * Absentia that knows a national identifier.
 */
@NullMarked
package org.absentia.ingest;

import org.jspecify.annotations.NullMarked;

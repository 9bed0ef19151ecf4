/**
 * Finds candidates: the criteria of a trial's protocol as data, and whether a person meets them on
 * the day of a list, judged from what the registers knew that day. Reasons carry the names of the
 * flow chart, since a trial must account for everyone it looked at.
 */
@NullMarked
package org.absentia.ingest.screening;

import org.jspecify.annotations.NullMarked;

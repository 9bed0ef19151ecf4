/**
 * The JSON form of records, definitions and outcomes, which http, kafka and db share. Reading names
 * every fault by its pointer; writing is canonical, so that equal things are equal bytes.
 */
@NullMarked
package org.absentia.outcome.json;

import org.jspecify.annotations.NullMarked;

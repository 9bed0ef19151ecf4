/**
 * Reads what ships with the service as data: scoring rules of questionnaires and the two published
 * protocols.
 */
@NullMarked
package org.absentia.randomisation.files;

import org.jspecify.annotations.NullMarked;

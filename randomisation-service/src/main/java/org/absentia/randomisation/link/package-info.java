/**
 * One-time links: how a person without an account consents, answers and withdraws. The link's token
 * is the only authority, is shown once and kept as a hash; what comes through a link is recorded by
 * the same use cases, and under the same rules, as what staff record. The texts that participants
 * read stand here too, since a trial supplies them for these links alone.
 */
@NullMarked
package org.absentia.randomisation.link;

import org.jspecify.annotations.NullMarked;

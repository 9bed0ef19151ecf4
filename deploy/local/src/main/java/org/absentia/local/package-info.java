/**
 * The infrastructure that Absentia needs on one machine without containers: a real PostgreSQL, a
 * real Kafka broker and an OpenID Connect issuer. The launcher runs them as processes of their own
 * and keeps their data; the services' tests borrow a throw-away set that dies with the test JVM.
 */
@NullMarked
package org.absentia.local;

import org.jspecify.annotations.NullMarked;

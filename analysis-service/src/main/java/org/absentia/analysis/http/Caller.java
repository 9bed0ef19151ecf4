package org.absentia.analysis.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls. */
@RequestScoped
class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** A name of its own for each subject of each issuer. */
  String name() {
    return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
        ? token.getIssuer() + "\n" + token.getSubject()
        : identity.getPrincipal().getName();
  }
}

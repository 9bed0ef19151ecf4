package org.absentia.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Refuses a token that carries two roles that exclude each other: who designs the sequence does not
 * recruit, and who sees arms does not analyse masked data. An issuer may grant both by mistake.
 */
@ApplicationScoped
class RoleExclusion implements SecurityIdentityAugmentor {
  private static final List<Set<String>> EXCLUSIVE =
      List.of(Set.of(Roles.STATISTICIAN, Roles.RECRUITER), Set.of(Roles.ALLOCATOR, Roles.ANALYST));

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    boolean excluded = EXCLUSIVE.stream().anyMatch(identity.getRoles()::containsAll);
    return excluded
        ? Uni.createFrom().failure(new AuthenticationFailedException("roles exclude each other"))
        : Uni.createFrom().item(identity);
  }
}

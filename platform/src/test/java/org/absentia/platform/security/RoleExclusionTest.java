package org.absentia.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleExclusionTest {
  @Test
  void a_token_that_sees_arms_may_not_analyse_and_one_that_designs_may_not_recruit() {
    assertThatThrownBy(() -> admitted(Roles.ALLOCATOR, Roles.ANALYST))
        .isInstanceOf(AuthenticationFailedException.class);
    assertThatThrownBy(() -> admitted(Roles.STATISTICIAN, Roles.OPERATOR, Roles.RECRUITER))
        .isInstanceOf(AuthenticationFailedException.class);
  }

  @Test
  void other_roles_may_meet_in_one_token() {
    assertThat(admitted(Roles.ANALYST, Roles.STATISTICIAN).hasRole(Roles.ANALYST)).isTrue();
  }

  private static SecurityIdentity admitted(String... roles) {
    SecurityIdentity identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("somebody"))
            .addRoles(Set.of(roles))
            .build();
    return new RoleExclusion().augment(identity, null).await().indefinitely();
  }
}

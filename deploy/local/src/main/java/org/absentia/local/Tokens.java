package org.absentia.local;

import java.util.List;

/** Bearer tokens for tests that run with {@link LocalStack}. */
public final class Tokens {
  private Tokens() {}

  /** A token for a role, covering the named trials or, when none is named, all. */
  public static String of(String role, String... trials) {
    String issuer = LocalStack.issuer();
    return new TokenMint(issuer, LocalStack.secrets("issuer")).accessToken(role, List.of(trials));
  }

  /** A token for a system that has all of these roles, in all trials. */
  public static String ofSystem(String... roles) {
    return new TokenMint(LocalStack.issuer(), LocalStack.secrets("issuer"))
        .systemToken(List.of(roles));
  }
}

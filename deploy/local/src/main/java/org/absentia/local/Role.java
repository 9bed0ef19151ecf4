package org.absentia.local;

import java.util.List;

/** The roles a local token may carry; the services enforce what each may do. */
public final class Role {
  /** All roles, in the order in which the sign-in page shows them. */
  public static final List<String> NAMES =
      List.of(
          "integrator",
          "recruiter",
          "statistician",
          "approver",
          "allocator",
          "deliverer",
          "participant",
          "analyst",
          "privacy-officer",
          "auditor",
          "operator",
          "messenger");

  private Role() {}

  /** Refuses a role that no service knows. */
  public static String require(String role) {
    if (!NAMES.contains(role)) {
      throw new IllegalArgumentException(
          "unknown role '" + role + "'; known are " + String.join(", ", NAMES));
    }
    return role;
  }
}

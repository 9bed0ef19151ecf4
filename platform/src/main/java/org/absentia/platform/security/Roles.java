package org.absentia.platform.security;

/** The roles that tokens carry in their {@code groups} claim. */
public final class Roles {
  public static final String INTEGRATOR = "integrator";
  public static final String RECRUITER = "recruiter";
  public static final String STATISTICIAN = "statistician";
  public static final String APPROVER = "approver";
  public static final String ALLOCATOR = "allocator";
  public static final String DELIVERER = "deliverer";
  public static final String PARTICIPANT = "participant";
  public static final String ANALYST = "analyst";
  public static final String PRIVACY_OFFICER = "privacy-officer";
  public static final String AUDITOR = "auditor";
  public static final String OPERATOR = "operator";

  /** Sends participants what they are asked for: asks for links and may do nothing else. */
  public static final String MESSENGER = "messenger";

  private Roles() {}
}

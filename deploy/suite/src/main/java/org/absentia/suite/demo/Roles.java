package org.absentia.suite.demo;

/** The roles in which the demo acts, each where it is needed and nowhere else. */
final class Roles {
  static final String INTEGRATOR = "integrator";
  static final String RECRUITER = "recruiter";
  static final String STATISTICIAN = "statistician";
  static final String APPROVER = "approver";
  static final String AUDITOR = "auditor";
  static final String ALLOCATOR = "allocator";
  static final String PRIVACY_OFFICER = "privacy-officer";
  static final String ANALYST = "analyst";
  static final String OPERATOR = "operator";

  private Roles() {}
}

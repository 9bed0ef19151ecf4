package org.absentia.randomisation.scheme;

/**
 * A design that breaks a rule of its method, with the member at fault as it is called in the
 * design's JSON.
 */
public final class IllegalDesign extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String member;

  public IllegalDesign(String member, String detail) {
    super(detail);
    this.member = member;
  }

  public String member() {
    return member;
  }

  static void unless(boolean legal, String member, String detail) {
    if (!legal) {
      throw new IllegalDesign(member, detail);
    }
  }
}

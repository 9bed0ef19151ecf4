package org.absentia.statistics.data;

/** The data or the specification make no sense together; says where in the request, and why. */
public final class InputFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;

  /**
   * A fault of a place.
   *
   * @param place the part of the request that is at fault, as a JSON pointer: {@code /formula}
   */
  public InputFault(String place, String message) {
    super(message, null, false, false);
    this.place = place;
  }

  /** The JSON pointer of what is wrong, such as {@code /formula}. */
  public String place() {
    return place;
  }

  /** What is wrong there, to be read behind the pointer. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}

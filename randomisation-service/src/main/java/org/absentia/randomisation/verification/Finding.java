package org.absentia.randomisation.verification;

/**
 * A fault of a bundle.
 *
 * @param place JSON pointer into the bundle
 */
public record Finding(BundleFault fault, String place, String detail) {
  @Override
  public String toString() {
    return fault + " " + place + ": " + detail;
  }
}

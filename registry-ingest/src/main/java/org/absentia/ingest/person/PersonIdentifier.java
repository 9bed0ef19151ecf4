package org.absentia.ingest.person;

/** A national identifier of eleven digits; printing it shows nothing of it. */
public record PersonIdentifier(String digits) {
  public PersonIdentifier {
    if (!digits.matches("[0-9]{11}")) {
      throw new IllegalArgumentException("an identifier has eleven digits");
    }
  }

  @Override
  public String toString() {
    return "PersonIdentifier[hidden]";
  }
}

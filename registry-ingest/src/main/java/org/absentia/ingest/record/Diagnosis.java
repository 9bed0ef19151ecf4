package org.absentia.ingest.record;

import java.util.Locale;

/** A diagnosis of a certificate; the chapter is its first letter. */
public record Diagnosis(DiagnosisSystem system, String code) {
  public Diagnosis {
    code = code.replace(" ", "").toUpperCase(Locale.ROOT);
    if (!isCode(code)) {
      throw new IllegalArgumentException("not a diagnosis code");
    }
  }

  /** Tells whether a text is a diagnosis and no process code such as {@code -57}. */
  public static boolean isCode(String text) {
    return text.replace(" ", "").toUpperCase(Locale.ROOT).matches("[A-Z][0-9A-Z.]{1,11}");
  }

  public String chapter() {
    return code.substring(0, 1);
  }
}

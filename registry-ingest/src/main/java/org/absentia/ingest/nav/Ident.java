package org.absentia.ingest.nav;

import java.util.Optional;
import java.util.regex.Pattern;
import org.absentia.ingest.record.Fields;
import org.absentia.ingest.record.RecordVersion;

/** Identifiers inside NAV's messages. */
final class Ident {
  private static final Pattern ORGANISATION = Pattern.compile("\\d{9}");
  private static final Pattern KEY = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private Ident() {}

  /** An organisation number; anything else ("SELVSTENDIG") names no employer. */
  static Optional<String> organisation(Optional<String> text) {
    return text.map(String::strip).filter(value -> ORGANISATION.matcher(value).matches());
  }

  /** Tells whether a text can be the id of a message; one with a national identifier cannot. */
  static boolean isKey(String text) {
    return KEY.matcher(text).matches() && !RecordVersion.holdsIdentifier(text);
  }

  /** A required id of a message, such as a uuid. */
  static String requiredKey(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.fault(name, "is missing");
      return "";
    }
    String text = fields.label(name).orElse("");
    if (!isKey(text)) {
      fields.fault(name, "must be an id of letters, digits and hyphens");
      return "";
    }
    return text;
  }
}

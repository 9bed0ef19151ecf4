package org.absentia.randomisation.trial;

import java.util.regex.Pattern;

/**
 * The form of the opaque name that registry-ingest gives a candidate: a UUID, so that nothing that
 * names a person fits.
 */
public final class CandidateId {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private CandidateId() {}

  public static boolean fits(String text) {
    return FORM.matcher(text).matches();
  }
}

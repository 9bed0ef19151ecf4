package org.absentia.randomisation.protocol;

import java.util.List;

/**
 * Under which law the trial runs.
 *
 * @param consentVersions the versions of the consent form that count, oldest first
 */
public record Legal(String regime, String ethicsApproval, List<String> consentVersions) {
  public Legal {
    consentVersions = List.copyOf(consentVersions);
  }
}

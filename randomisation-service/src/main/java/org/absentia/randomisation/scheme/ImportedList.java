package org.absentia.randomisation.scheme;

import java.util.Map;

/**
 * The statistician's own list: nothing derives it, so the Merkle root over its rows is what commits
 * to them.
 */
public record ImportedList() implements Scheme {
  @Override
  public String method() {
    return "IMPORTED_LIST";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of();
  }

  @Override
  public void checkArms(int arms) {
    IllegalDesign.unless(arms >= 2, "arms", "names at least two arms");
  }
}

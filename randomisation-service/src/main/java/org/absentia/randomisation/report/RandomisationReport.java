package org.absentia.randomisation.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a trial was randomised, in the order of CONSORT 2025.
 *
 * @param concealment from which slot on concealment rests with the holder of a list or pack
 */
public record RandomisationReport(
    String trialId,
    String title,
    Instant reportedAt,
    String commitment,
    Optional<String> merkleRoot,
    int allocations,
    List<Item> items,
    List<Disclosure> concealment) {
  public RandomisationReport {
    items = List.copyOf(items);
    concealment = List.copyOf(concealment);
  }

  /** An item of the checklist with sentences that answer it. */
  public record Item(String number, String topic, List<String> sentences) {
    public Item {
      sentences = List.copyOf(sentences);
    }
  }

  /** Returns the report as a text that can be pasted into a paper. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Randomisation of ").append(oneLine(title)).append("\n\n");
    text.append("Trial ").append(oneLine(trialId)).append(", as of ").append(reportedAt);
    text.append(". Items are numbered as in CONSORT 2025.\n");
    for (Item item : items) {
      text.append("\n## ").append(item.number()).append(". ").append(item.topic()).append("\n\n");
      item.sentences()
          .forEach(sentence -> text.append("- ").append(oneLine(sentence)).append('\n'));
    }
    return text.toString();
  }

  // names of strata and titles are the protocol's own texts: they must not become markup
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_<>\\[\\]#|])", "\\\\$1");
  }
}

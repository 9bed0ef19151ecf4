package org.absentia.randomisation.console;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.files.BundleCases;
import org.absentia.randomisation.files.BundleReader;
import org.absentia.randomisation.files.UnreadableBundle;
import org.absentia.randomisation.files.Vectors;
import org.absentia.randomisation.verification.Bundle;
import org.absentia.randomisation.verification.BundleFault;
import org.absentia.randomisation.verification.Finding;
import org.absentia.randomisation.verification.Verification;

/**
 * The program behind {@code ./absentia verify}. Ends with 0 when all is well, 1 when a fault was
 * found, 2 when there was nothing to check.
 */
public final class Verify {
  private static final String USAGE =
      """
      usage: ./absentia verify FILE             check a bundle
             ./absentia verify --cases FILE     bundles with known faults, one a line
             ./absentia verify --vectors FILE   sequences, commitments and keys of RND-1""";

  private final PrintStream out;

  Verify(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(new Verify(System.out).run(List.of(args)));
  }

  int run(List<String> words) {
    try {
      if (words.size() == 2 && words.getFirst().equals("--cases")) {
        return cases(Path.of(words.getLast()));
      }
      if (words.size() == 2 && words.getFirst().equals("--vectors")) {
        return vectors(Path.of(words.getLast()));
      }
      if (words.size() == 1 && !words.getFirst().startsWith("-")) {
        return bundle(Path.of(words.getFirst()));
      }
      out.println(USAGE);
    } catch (NoSuchFileException absent) {
      out.println("there is no file " + absent.getMessage());
    } catch (UnreadableBundle | Problem unreadable) {
      out.println("not readable: " + unreadable.getMessage());
    } catch (CharacterCodingException undecodable) {
      out.println("not readable: not text in UTF-8");
    } catch (IOException closed) { // a folder, or a file that the caller may not open
      out.println("cannot be opened: " + closed.getMessage());
    }
    return 2;
  }

  private int bundle(Path file) throws IOException {
    Bundle bundle;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      bundle = BundleReader.read(in);
    }
    List<Finding> findings = Verification.of(bundle);
    findings.forEach(out::println);
    out.println(described(bundle));
    out.println(findings.isEmpty() ? "no fault found" : findings.size() + " faults");
    return findings.isEmpty() ? 0 : 1;
  }

  private static String described(Bundle bundle) {
    long allocations =
        bundle.log().stream().filter(entry -> entry.type().equals("SLOT_TAKEN")).count();
    return "%d log entries, %d allocations, %d signed heads, %d analysed; %s"
        .formatted(
            bundle.log().size(),
            allocations,
            bundle.heads().size(),
            bundle.analysis().size(),
            bundle.opening().shares().size() == 1
                ? "key of a single share: its holder could have chosen it"
                : "key of two shares and a beacon");
  }

  private int cases(Path file) throws IOException {
    int passed = 0;
    int failed = 0;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        if (holds(line)) {
          passed++;
        } else {
          failed++;
        }
      }
    }
    return close(passed, failed);
  }

  private boolean holds(String line) throws IOException {
    try {
      return holds(BundleCases.read(line));
    } catch (UnreadableBundle unreadable) {
      out.println("not readable: " + unreadable.getMessage());
      return false;
    }
  }

  private boolean holds(BundleCases.Case known) {
    List<Finding> findings = Verification.of(known.bundle());
    Set<BundleFault> found = EnumSet.noneOf(BundleFault.class);
    findings.forEach(finding -> found.add(finding.fault()));
    if (found.equals(known.faults())) {
      return true;
    }
    out.println("%s: must give %s, gave %s".formatted(known.id(), known.faults(), found));
    findings.forEach(finding -> out.println("  " + finding));
    return false;
  }

  private int vectors(Path file) throws IOException {
    List<Vectors.Comparison> comparisons = Vectors.compare(Files.readAllBytes(file));
    List<Vectors.Comparison> differing =
        comparisons.stream().filter(comparison -> !comparison.agrees()).toList();
    differing.forEach(
        comparison ->
            out.println(
                "%s: stated %s, computed %s"
                    .formatted(comparison.name(), comparison.stated(), comparison.computed())));
    return close(comparisons.size() - differing.size(), differing.size());
  }

  private int close(int passed, int failed) {
    out.println("%d passed, %d failed".formatted(passed, failed));
    if (passed + failed == 0) {
      return 2;
    }
    return failed == 0 ? 0 : 1;
  }
}

package org.absentia.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Path SAMPLES = Path.of("src/main/resources/samples");
  private static final Pattern ELEVEN_DIGITS = Pattern.compile("(?<!\\d)\\d{11}(?!\\d)");

  @Test
  void every_sample_names_its_source() throws IOException {
    // Given
    String sources = Files.readString(SAMPLES.resolve("SOURCES.md"));

    // When
    List<String> files = names();

    // Then
    assertThat(files).isNotEmpty().allMatch(sources::contains);
  }

  @Test
  void no_sample_carries_a_number_that_could_be_a_persons() throws IOException {
    for (String file : names()) {
      // Given
      String text = Files.readString(SAMPLES.resolve(file));

      // When
      List<String> numbers = ELEVEN_DIGITS.matcher(text).results().map(MatchResult::group).toList();

      // Then
      assertThat(numbers).as(file).noneMatch(SamplesTest::couldBeReal);
    }
  }

  /** Both check digits are right, and the month carries no mark of synthetic numbers. */
  private static boolean couldBeReal(String number) {
    int month = Integer.parseInt(number.substring(2, 4));
    return month <= 32
        && sum(number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
        && sum(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  private static int sum(String digits, int... weights) {
    int sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * (digits.charAt(k) - '0');
    }
    return sum;
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".md"))
          .toList();
    }
  }
}

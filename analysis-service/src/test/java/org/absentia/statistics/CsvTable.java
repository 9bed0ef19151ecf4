package org.absentia.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Sample;

/** The columns of a CSV file, as texts; an empty text is a missing value. */
public record CsvTable(Map<String, List<String>> columns) {
  /** A comma with an even number of quotation marks after it, so outside of quotation. */
  private static final String COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  public static CsvTable read(Path file) {
    try {
      List<String[]> lines =
          Files.readAllLines(file).stream().map(line -> line.split(COMMA, -1)).toList();
      String[] head = lines.getFirst();
      Map<String, List<String>> columns = new LinkedHashMap<>();
      for (int c = 0; c < head.length; c++) {
        int column = c;
        columns.put(
            unquoted(head[c]), lines.stream().skip(1).map(line -> unquoted(line[column])).toList());
      }
      return new CsvTable(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CsvTable ofColumns(String one, List<String> first, String two, List<String> second) {
    return new CsvTable(Map.of(one, first, two, second));
  }

  private static String unquoted(String text) {
    return text.replace("\"", "");
  }

  public int rows() {
    return columns.values().iterator().next().size();
  }

  private List<String> column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  /** The fields of a column in order; an empty one is missing. */
  public List<String> texts(String column) {
    return column(column);
  }

  public String text(String column, int row) {
    return column(column).get(row);
  }

  public CsvTable where(Predicate<Map<String, String>> test) {
    int[] kept = IntStream.range(0, rows()).filter(row -> test.test(rowAt(row))).toArray();
    Map<String, List<String>> result = new LinkedHashMap<>();
    columns.forEach(
        (name, values) -> result.put(name, Arrays.stream(kept).mapToObj(values::get).toList()));
    return new CsvTable(result);
  }

  private Map<String, String> rowAt(int row) {
    Map<String, String> result = new LinkedHashMap<>();
    columns.forEach((name, values) -> result.put(name, values.get(row)));
    return result;
  }

  public Sample sample(String column) {
    return Sample.of(column(column).stream().mapToDouble(CsvTable::number).toArray());
  }

  public TreeMap<String, Sample> samplesBy(String column, String group) {
    TreeMap<String, Sample> samples = new TreeMap<>();
    for (String level : column(group)) {
      if (!level.isEmpty()) {
        samples.computeIfAbsent(level, l -> where(row -> l.equals(row.get(group))).sample(column));
      }
    }
    return samples;
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}

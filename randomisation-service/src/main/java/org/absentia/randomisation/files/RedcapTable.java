package org.absentia.randomisation.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The allocation table that REDCap's randomisation module uploads and downloads: a header, then one
 * line for each slot in the order in which they are taken, with the raw codes of the randomisation
 * field and of the fields that stratify. REDCap calls the first column {@code
 * redcap_randomization_group} from 14.7 on and by the name of its own field before.
 */
public final class RedcapTable {
  public static final String GROUP = "redcap_randomization_group";
  public static final String NUMBER = "redcap_randomization_number";
  private static final String FIELD = "[a-z][a-z0-9_]{0,99}";
  private static final int MOST_LINES = 1_000_000;

  private RedcapTable() {}

  /** A slot of a stratum with its arm; slots of a stratum follow one another. */
  public record Slot(String stratum, int slot, String arm) {
    @Override
    public String toString() {
      // never the arm
      return "Slot[" + stratum + " " + slot + "]";
    }
  }

  /**
   * Something wrong with a table. It never repeats what stands in a cell, which may be an arm.
   *
   * @param line line of the file, from 1
   * @param column number of the column, from 1; 0 for the whole line
   */
  public record CellFault(int line, int column, String detail) {}

  /** What a table says; rows are empty where there is any fault. */
  public record Read(List<Slot> rows, List<CellFault> faults) {
    public Read {
      rows = List.copyOf(rows);
      faults = List.copyOf(faults);
    }
  }

  /** Tells whether REDCap can have a field of this name. */
  public static boolean isField(String name) {
    return name.matches(FIELD);
  }

  /** Writes a table; without a name of the randomisation field as REDCap 14.7 and later has it. */
  public static String write(List<Slot> rows, RedcapCoding coding) {
    StringBuilder text = new StringBuilder();
    List<String> header = new ArrayList<>();
    if (coding.groupField().isEmpty()) {
      header.add(NUMBER);
    }
    header.add(coding.groupField().orElse(GROUP));
    header.addAll(coding.strataFields());
    text.append(String.join(",", header)).append('\n');
    for (Slot row : rows) {
      List<String> cells = new ArrayList<>();
      if (coding.groupField().isEmpty()) {
        cells.add(Integer.toString(row.slot()));
      }
      cells.add(coding.codeOfArm(row.arm()));
      cells.addAll(coding.codesOfStratum(row.stratum()));
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  /** Reads a table; notes each fault by line and column. */
  public static Read read(String text, RedcapCoding coding) {
    List<CellFault> faults = new ArrayList<>();
    List<Csv.Line> lines = Csv.read(text);
    if (lines.isEmpty() || lines.getFirst().isBlank()) {
      return new Read(List.of(), List.of(new CellFault(1, 0, "the table has no header")));
    }
    Map<String, Integer> columns = columns(lines.getFirst(), coding, faults);
    if (lines.size() > MOST_LINES) {
      faults.add(new CellFault(MOST_LINES, 0, "the table has too many lines"));
    }
    if (!faults.isEmpty()) {
      return new Read(List.of(), faults);
    }
    List<Slot> rows = rows(lines, columns, coding, faults);
    if (rows.isEmpty() && faults.isEmpty()) {
      faults.add(new CellFault(1, 0, "the table has no line below its header"));
    }
    return new Read(faults.isEmpty() ? rows : List.of(), faults);
  }

  private static Map<String, Integer> columns(
      Csv.Line header, RedcapCoding coding, List<CellFault> faults) {
    Map<String, Integer> columns = new HashMap<>();
    Set<String> known = new HashSet<>(coding.strataFields());
    known.addAll(List.of(GROUP, NUMBER));
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cells().get(i);
      if (name.isEmpty()) {
        continue;
      }
      String column = coding.groupField().equals(Optional.of(name)) ? GROUP : name;
      if (!known.contains(column)) {
        faults.add(new CellFault(header.number(), i + 1, "a column that the design does not have"));
      } else if (columns.putIfAbsent(column, i) != null) {
        faults.add(new CellFault(header.number(), i + 1, "a column named twice"));
      }
    }
    known.remove(NUMBER);
    known.stream()
        .filter(name -> !columns.containsKey(name))
        .sorted()
        .forEach(
            name ->
                faults.add(
                    new CellFault(header.number(), 0, "the column " + name + " is missing")));
    return columns;
  }

  private static List<Slot> rows(
      List<Csv.Line> lines,
      Map<String, Integer> columns,
      RedcapCoding coding,
      List<CellFault> faults) {
    int width = lines.getFirst().cells().size();
    Map<String, Integer> next = new HashMap<>();
    List<Slot> rows = new ArrayList<>();
    for (Csv.Line line : lines.subList(1, lines.size())) {
      if (line.isBlank()) {
        continue;
      }
      if (hasCellBeyond(line, width)) {
        faults.add(new CellFault(line.number(), width + 1, "a cell beyond the header"));
        continue;
      }
      row(line, columns, coding, next, faults).ifPresent(rows::add);
    }
    return rows;
  }

  private static boolean hasCellBeyond(Csv.Line line, int width) {
    return line.cells().size() > width
        && line.cells().subList(width, line.cells().size()).stream()
            .anyMatch(cell -> !cell.isEmpty());
  }

  private static Optional<Slot> row(
      Csv.Line line,
      Map<String, Integer> columns,
      RedcapCoding coding,
      Map<String, Integer> next,
      List<CellFault> faults) {
    int before = faults.size();
    int place = Objects.requireNonNull(columns.get(GROUP));
    Optional<String> arm = coding.arm(cell(line, place));
    if (arm.isEmpty()) {
      faults.add(new CellFault(line.number(), place + 1, wrong(line, place)));
    }
    List<String> levels = new ArrayList<>();
    for (int factor = 0; factor < coding.strataFields().size(); factor++) {
      int at = Objects.requireNonNull(columns.get(coding.strataFields().get(factor)));
      Optional<String> level = coding.level(factor, cell(line, at));
      if (level.isEmpty()) {
        faults.add(new CellFault(line.number(), at + 1, wrong(line, at)));
      }
      levels.add(level.orElse(""));
    }
    if (faults.size() > before) {
      return Optional.empty();
    }
    Optional<String> stratum = coding.stratum(levels);
    if (stratum.isEmpty()) {
      faults.add(new CellFault(line.number(), 0, "a stratum that the design does not have"));
      return Optional.empty();
    }
    String name = stratum.orElseThrow();
    int slot = next.merge(name, 1, Integer::sum) - 1;
    return Optional.of(new Slot(name, slot, arm.orElseThrow()));
  }

  private static String cell(Csv.Line line, int place) {
    return place < line.cells().size() ? line.cells().get(place) : "";
  }

  private static String wrong(Csv.Line line, int place) {
    return cell(line, place).isEmpty()
        ? "the cell is empty"
        : "a code that the field does not have";
  }
}

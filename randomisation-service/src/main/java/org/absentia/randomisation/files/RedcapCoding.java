package org.absentia.randomisation.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.scheme.Design;

/**
 * How a REDCap project codes arms and strata.
 *
 * @param groupField name of the randomisation field; empty for the name that REDCap gives the
 *     column
 * @param arms arm by raw code, in order
 * @param strataFields fields that stratify, in order of the factors; none for one stratum
 * @param levels level by raw code, for each of these fields
 * @param strata the strata of the design
 */
public record RedcapCoding(
    Optional<String> groupField,
    Map<String, String> arms,
    List<String> strataFields,
    List<Map<String, String>> levels,
    List<String> strata) {
  private static final String DEFAULT_FIELD = "stratum";

  public RedcapCoding {
    arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    strataFields = List.copyOf(strataFields);
    levels = levels.stream().<Map<String, String>>map(LinkedHashMap::new).toList();
    strata = List.copyOf(strata);
    if (levels.size() != strataFields.size()) {
      throw new IllegalArgumentException("each field has its levels");
    }
  }

  /**
   * Codes arms 1, 2, ... in the design's order, and levels 1, 2, ... in the order in which they
   * first stand in its strata.
   *
   * @param fields names of the fields that stratify; none for names made up here
   */
  public static RedcapCoding of(Design design, Optional<String> groupField, List<String> fields) {
    int factors = factors(design);
    List<String> names = new ArrayList<>(fields);
    for (int factor = names.size(); factor < factors; factor++) {
      names.add(factors == 1 ? DEFAULT_FIELD : DEFAULT_FIELD + (factor + 1));
    }
    List<Map<String, String>> levels = new ArrayList<>();
    for (int factor = 0; factor < factors; factor++) {
      int place = factor;
      levels.add(
          numbered(
              factors == 1
                  ? design.strata()
                  : design.strata().stream().map(stratum -> parts(stratum).get(place)).toList()));
    }
    return new RedcapCoding(groupField, numbered(design.arms()), names, levels, design.strata());
  }

  /** Returns how many fields stratify: strata of crossed factors are levels joined by a slash. */
  public static int factors(Design design) {
    if (design.strata().size() == 1) {
      return 0;
    }
    List<Integer> counts =
        design.strata().stream().map(stratum -> parts(stratum).size()).distinct().toList();
    return counts.size() == 1 ? counts.getFirst() : 1;
  }

  Optional<String> arm(String code) {
    return Optional.ofNullable(arms.get(code));
  }

  Optional<String> level(int factor, String code) {
    return Optional.ofNullable(levels.get(factor).get(code));
  }

  Optional<String> stratum(List<String> ofFactors) {
    return strataFields.isEmpty()
        ? Optional.of(strata.getFirst())
        : Optional.of(String.join("/", ofFactors)).filter(strata::contains);
  }

  String codeOfArm(String arm) {
    return code(arms, arm);
  }

  List<String> codesOfStratum(String stratum) {
    List<String> codes = new ArrayList<>();
    List<String> parts = strataFields.size() == 1 ? List.of(stratum) : parts(stratum);
    for (int factor = 0; factor < strataFields.size(); factor++) {
      codes.add(code(levels.get(factor), parts.get(factor)));
    }
    return codes;
  }

  private static String code(Map<String, String> byCode, String name) {
    return byCode.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> numbered(List<String> names) {
    Map<String, String> byCode = new LinkedHashMap<>();
    names.stream()
        .distinct()
        .forEach(name -> byCode.put(Integer.toString(byCode.size() + 1), name));
    return byCode;
  }

  private static List<String> parts(String stratum) {
    return Arrays.asList(stratum.split("/", -1));
  }
}

package org.absentia.randomisation.scheme;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the one JSON text that a value has: keys in code-point order, no white space, characters
 * unescaped.
 *
 * <p>Designs and log entries hold integers only. Decimals occur only in protocol documents, whose
 * digest needs one form too: the shortest plain notation.
 */
public final class CanonicalJson {
  private static final Comparator<String> BY_CODE_POINT = CanonicalJson::compareCodePoints;

  private CanonicalJson() {}

  // the first unit that differs decides; UTF-16 puts surrogates before U+E000, code points behind
  private static int compareCodePoints(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? Character.compare(x, y)
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Writes maps, lists, strings, numbers, booleans and null. */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  public static byte[] bytes(@Nullable Object value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void append(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case String text -> appendText(text, out);
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case BigDecimal number -> out.append(plain(number));
      case Boolean bool -> out.append(bool.booleanValue());
      case List<?> list -> appendList(list, out);
      case Map<?, ?> map -> appendMap(map, out);
      default -> throw new IllegalArgumentException("no JSON form: " + value.getClass());
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static void appendList(List<?> list, StringBuilder out) {
    out.append('[');
    for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
      append(elements.next(), out);
      if (elements.hasNext()) {
        out.append(',');
      }
    }
    out.append(']');
  }

  private static void appendMap(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    Iterator<String> keys =
        map.keySet().stream().map(String.class::cast).sorted(BY_CODE_POINT).iterator();
    while (keys.hasNext()) {
      String key = keys.next();
      appendText(key, out);
      out.append(':');
      append(map.get(key), out);
      if (keys.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  private static void appendText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

package org.absentia.statistics.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.design.Expression.Call;
import org.absentia.statistics.design.Expression.Function;
import org.absentia.statistics.design.Expression.Name;
import org.absentia.statistics.design.Expression.Power;

/** Reads Wilkinson's notation from left to right, one symbol ahead. */
final class FormulaParser {
  private static final Pattern SYMBOL =
      Pattern.compile("\\s*(?:([\\p{L}_.][\\p{L}\\p{N}_.]*)|`([^`]+)`|([0-9]+)|([~+:*()|^-]))");
  private static final int MOST_FACTORS = 6;
  private static final int LARGEST_POWER = 100;

  private enum Kind {
    NAME,
    QUOTED,
    NUMBER,
    SIGN
  }

  private record Symbol(Kind kind, String text, int position) {}

  private final String text;
  private final String place;
  private final List<Symbol> symbols = new ArrayList<>();
  private int next;

  FormulaParser(String text, String place) {
    this.text = text;
    this.place = place;
    Matcher matcher = SYMBOL.matcher(text);
    int position = 0;
    while (!text.substring(position).isBlank()) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw fault("cannot be read at character " + (position + 1));
      }
      symbols.add(symbol(matcher));
      position = matcher.end();
    }
  }

  private static Symbol symbol(Matcher matcher) {
    for (Kind kind : Kind.values()) {
      int group = kind.ordinal() + 1;
      if (matcher.group(group) != null) {
        return new Symbol(kind, matcher.group(group), matcher.start(group));
      }
    }
    throw new IllegalStateException("a symbol is of some kind");
  }

  Formula formula() {
    Optional<Expression> response = Optional.empty();
    if (symbols.stream().anyMatch(symbol -> isSign(symbol, "~"))) {
      response = isNext("~") ? Optional.empty() : Optional.of(expression());
      expect("~");
    }
    Sum sum = sum(true);
    if (next < symbols.size()) {
      throw unexpected();
    }
    return new Formula(response, sum.intercept, sum.terms, sum.grouping);
  }

  /** What is collected between {@code +} and {@code -}. */
  private static final class Sum {
    boolean intercept = true;
    final List<Term> terms = new ArrayList<>();
    Optional<Formula.Grouping> grouping = Optional.empty();

    void add(Term term) {
      if (terms.stream().noneMatch(term::isSameAs)) {
        terms.add(term);
      }
    }
  }

  private Sum sum(boolean mayGroup) {
    Sum sum = new Sum();
    boolean plus = !take("-");
    do {
      part(sum, plus, mayGroup);
      plus = !isNext("-");
    } while (take("+") || take("-"));
    return sum;
  }

  private void part(Sum sum, boolean plus, boolean mayGroup) {
    if (next < symbols.size() && symbols.get(next).kind() == Kind.NUMBER) {
      String number = symbols.get(next++).text();
      if (!number.equals("1") && !(number.equals("0") && plus)) {
        throw fault("knows of numbers only 1, - 1 and 0");
      }
      sum.intercept = plus && number.equals("1");
    } else if (!plus) {
      throw fault("can leave out only the intercept");
    } else if (mayGroup && isNext("(")) {
      if (sum.grouping.isPresent()) {
        throw fault("has more than one grouping term");
      }
      sum.grouping = Optional.of(grouping());
    } else {
      product().forEach(sum::add);
    }
  }

  private Formula.Grouping grouping() {
    expect("(");
    Sum random = sum(false);
    expect("|");
    Expression group = expression();
    expect(")");
    return new Formula.Grouping(random.intercept, random.terms, group);
  }

  /** {@code a*b} is {@code a + b + a:b}. */
  private List<Term> product() {
    List<Term> terms = new ArrayList<>(List.of(interaction()));
    while (take("*")) {
      Term more = interaction();
      List<Term> with = new ArrayList<>(List.of(more));
      terms.forEach(term -> with.add(term.times(more)));
      terms.addAll(with);
      if (terms.size() > 1 << MOST_FACTORS) {
        throw fault("multiplies more than " + MOST_FACTORS + " variables");
      }
    }
    return terms;
  }

  private Term interaction() {
    Term term = new Term(List.of(expression()));
    while (take(":")) {
      term = term.times(new Term(List.of(expression())));
    }
    return term;
  }

  private Expression expression() {
    Expression expression = atom();
    while (take("^")) {
      if (next >= symbols.size() || symbols.get(next).kind() != Kind.NUMBER) {
        throw fault("needs a whole number after ^");
      }
      expression = new Power(expression, exponent(symbols.get(next++).text()));
    }
    return expression;
  }

  private int exponent(String digits) {
    int exponent = digits.length() > 3 ? LARGEST_POWER + 1 : Integer.parseInt(digits);
    if (exponent < 1 || exponent > LARGEST_POWER) {
      throw fault("needs a power from 1 to " + LARGEST_POWER);
    }
    return exponent;
  }

  private Expression atom() {
    if (next >= symbols.size()) {
      throw fault("ends too early");
    }
    Symbol symbol = symbols.get(next);
    return switch (symbol.kind()) {
      case QUOTED -> {
        next++;
        yield new Name(symbol.text());
      }
      case NAME -> {
        next++;
        yield isNext("(") ? call(symbol) : new Name(symbol.text());
      }
      case NUMBER, SIGN -> throw unexpected();
    };
  }

  private Expression call(Symbol name) {
    for (Function function : Function.values()) {
      if (function.name().toLowerCase(Locale.ROOT).equals(name.text())) {
        expect("(");
        Expression argument = expression();
        expect(")");
        return new Call(function, argument);
      }
    }
    throw fault("knows the functions log, sqrt, exp, factor and score, at character " + at(name));
  }

  private boolean isNext(String sign) {
    return next < symbols.size() && isSign(symbols.get(next), sign);
  }

  private static boolean isSign(Symbol symbol, String sign) {
    return symbol.kind() == Kind.SIGN && symbol.text().equals(sign);
  }

  private boolean take(String sign) {
    if (isNext(sign)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String sign) {
    if (!take(sign)) {
      throw next < symbols.size() ? unexpected() : fault("ends where " + sign + " should stand");
    }
  }

  private InputFault unexpected() {
    return fault("has something unexpected at character " + at(symbols.get(next)));
  }

  private static int at(Symbol symbol) {
    return symbol.position() + 1;
  }

  private InputFault fault(String message) {
    return new InputFault(place, text.isBlank() ? "must not be empty" : message);
  }
}

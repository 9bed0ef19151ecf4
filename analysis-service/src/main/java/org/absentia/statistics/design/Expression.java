package org.absentia.statistics.design;

import java.util.Locale;

/** A variable as a formula writes it: a column, or a function of one. */
public sealed interface Expression {
  /** The column that it is about. */
  String column();

  /** As written, without spaces. */
  String text();

  /** A column as it is. */
  record Name(String column) implements Expression {
    @Override
    public String text() {
      return column;
    }
  }

  /** A function of a numeric column, or a way to read a column. */
  record Call(Function function, Expression argument) implements Expression {
    @Override
    public String column() {
      return argument.column();
    }

    @Override
    public String text() {
      return function.name().toLowerCase(Locale.ROOT) + "(" + argument.text() + ")";
    }
  }

  /** A power of a numeric column. */
  record Power(Expression argument, int exponent) implements Expression {
    @Override
    public String column() {
      return argument.column();
    }

    @Override
    public String text() {
      return argument.text() + "^" + exponent;
    }
  }

  /** What a formula may call. */
  enum Function {
    LOG,
    SQRT,
    EXP,
    /** A numeric column as categories. */
    FACTOR,
    /** A categorical column as the numbers 1, 2, ... of its level order. */
    SCORE
  }
}

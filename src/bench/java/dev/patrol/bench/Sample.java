package dev.patrol.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Values of rounds, in their order.
 *
 * @param values at least one
 */
record Sample(List<Double> values) {
  Sample {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sample needs a value");
    }
  }

  static Sample of(double... values) {
    return new Sample(Arrays.stream(values).boxed().toList());
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  double least() {
    return Collections.min(values);
  }

  double most() {
    return Collections.max(values);
  }

  /** Round by round. */
  Sample dividedBy(Sample other) {
    return new Sample(
        IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList());
  }

  /** Each value as another one. */
  Sample map(DoubleUnaryOperator change) {
    return new Sample(values.stream().map(change::applyAsDouble).toList());
  }

  /** The median, with the least and the most in brackets, such as {@code 0.52 (0.50-0.61)}. */
  String text() {
    return number(median()) + " (" + number(least()) + "-" + number(most()) + ")";
  }

  /** With three significant digits, or all before the point. */
  static String number(double value) {
    int digits = value >= 100 || value == 0 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}

package io.modulecontract.abi;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a function (core specification, section 2.3.6).
 *
 * @param parameters the parameters' types, in order
 * @param results the results' types, in order
 */
public record FunctionType(List<ValueType> parameters, List<ValueType> results) {

  /** Copies both lists. */
  public FunctionType {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /** A function of {@code parameters} 32-bit parameters and {@code results} 32-bit results. */
  public static FunctionType i32(int parameters, int results) {
    return new FunctionType(
        Collections.nCopies(parameters, ValueType.I32),
        Collections.nCopies(results, ValueType.I32));
  }

  @Override
  public String toString() {
    return list(parameters) + " -> " + list(results);
  }

  private static String list(List<ValueType> types) {
    return types.stream().map(ValueType::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}

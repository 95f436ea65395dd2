package io.modulecontract.run;

import io.modulecontract.checks.CheckClasses;
import io.modulecontract.checks.Decides;
import io.modulecontract.spec.Clause;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Which method decides which clause; found by its annotation, once. */
final class CheckCatalogue {

  private static final Map<Clause, Method> METHODS = find();

  private CheckCatalogue() {}

  /** The check of a clause. Every clause has one. */
  static Method of(Clause clause) {
    return METHODS.get(clause);
  }

  /** The clause that the check at this place in the code decides. */
  static Optional<Clause> clause(TestSource source) {
    return source instanceof MethodSource method
        ? Optional.ofNullable(method.getJavaMethod().getAnnotation(Decides.class))
            .map(Decides::value)
        : Optional.empty();
  }

  private static Map<Clause, Method> find() {
    Map<Clause, Method> methods = new EnumMap<>(Clause.class);
    for (Class<?> type : CheckClasses.ALL) {
      for (Method method : type.getDeclaredMethods()) {
        Decides decides = method.getAnnotation(Decides.class);
        if (decides != null && methods.put(decides.value(), method) != null) {
          throw new IllegalStateException("two checks decide " + decides.value().id());
        }
      }
    }
    for (Clause clause : Clause.values()) {
      if (!methods.containsKey(clause)) {
        throw new IllegalStateException("no check decides " + clause.id());
      }
    }
    return methods;
  }
}

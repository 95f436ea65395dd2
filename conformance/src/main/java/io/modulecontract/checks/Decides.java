package io.modulecontract.checks;

import io.modulecontract.spec.Clause;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the clause that a check decides. Every clause has exactly one check. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Decides {
  /** The clause. */
  Clause value();
}

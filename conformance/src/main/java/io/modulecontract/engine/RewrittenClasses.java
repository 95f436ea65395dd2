package io.modulecontract.engine;

import com.dylibso.chicory.compiler.internal.ClassLoadingCollector;
import java.util.function.UnaryOperator;

/** Takes the classes of a compiled module, and loads what is made of each. */
final class RewrittenClasses extends ClassLoadingCollector {

  private final UnaryOperator<byte[]> rewriting;

  RewrittenClasses(UnaryOperator<byte[]> rewriting) {
    this.rewriting = rewriting;
  }

  @Override
  public void put(String name, byte[] bytes) {
    super.put(name, rewriting.apply(bytes));
  }

  @Override
  public void putMainClass(String name, byte[] bytes) {
    super.putMainClass(name, rewriting.apply(bytes));
  }
}

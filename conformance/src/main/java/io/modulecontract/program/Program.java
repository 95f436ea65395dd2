package io.modulecontract.program;

import io.modulecontract.abi.ToFit;
import io.modulecontract.abi.U32;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A list of operations, packed into an {@code int[]}: two numbers for each, its {@link Kind} and
 * its argument. Immutable. An operation that has no object at its turn (release when nothing is
 * live) does nothing, so every list is a program and any part of one is, too.
 */
public final class Program {

  /** The argument of a release that means the youngest live area. */
  public static final long YOUNGEST = U32.MAX;

  private static final int WIDTH = 2;

  private final int[] code;

  private Program(int[] code) {
    this.code = code;
  }

  /** A program of these allocations, in order. */
  public static Program allocating(long... sizes) {
    Builder builder = builder();
    for (long size : sizes) {
      builder.add(Kind.ALLOCATE, size);
    }
    return builder.build();
  }

  /** An empty program to add to. */
  public static Builder builder() {
    return new Builder(32);
  }

  /** An empty program with room for so many operations. */
  public static Builder builder(int operations) {
    return new Builder(operations);
  }

  /** How many operations there are. */
  public int length() {
    return code.length / WIDTH;
  }

  /** What the {@code index}-th operation does. */
  public Kind kind(int index) {
    return Kind.of(code[index * WIDTH]);
  }

  /** The argument of the {@code index}-th operation. */
  public long argument(int index) {
    return U32.of(code[index * WIDTH + 1]);
  }

  /** Whether any operation is of this kind. */
  public boolean has(Kind kind) {
    return IntStream.range(0, length()).anyMatch(index -> kind(index) == kind);
  }

  /** The first operations of the program. */
  public Program prefix(int count) {
    return new Program(Arrays.copyOf(code, count * WIDTH));
  }

  /** The program without the operations from {@code from} up to, but not with, {@code to}. */
  public Program without(int from, int to) {
    int[] rest = new int[code.length - (to - from) * WIDTH];
    System.arraycopy(code, 0, rest, 0, from * WIDTH);
    System.arraycopy(code, to * WIDTH, rest, from * WIDTH, code.length - to * WIDTH);
    return new Program(rest);
  }

  /** The program without any operation for which the test holds. */
  public Program without(Test test) {
    Builder builder = builder();
    for (int i = 0; i < length(); i++) {
      if (!test.holds(kind(i), argument(i))) {
        builder.add(kind(i), argument(i));
      }
    }
    return builder.build();
  }

  /** This program with a release of the oldest live area at its end. */
  public Program withRelease() {
    return builder().release(1).build().after(this);
  }

  /** This program after another one. */
  public Program after(Program first) {
    int[] both = Arrays.copyOf(first.code, first.code.length + code.length);
    System.arraycopy(code, 0, both, first.code.length, code.length);
    return new Program(both);
  }

  /** The same allocations, with every release giving back the youngest area, down to none. */
  public Program lastInFirstOut() {
    Builder builder = builder();
    for (int i = 0; i < length(); i++) {
      builder.add(kind(i), kind(i) == Kind.RELEASE ? YOUNGEST : argument(i));
    }
    for (int i = 0; i < length(); i++) {
      builder.add(Kind.RELEASE, YOUNGEST);
    }
    return builder.build();
  }

  /** The program with another argument for one operation. */
  public Program with(int index, long argument) {
    int[] changed = code.clone();
    changed[index * WIDTH + 1] = (int) argument;
    return new Program(changed);
  }

  /** The sum of all sizes that are asked for. */
  public long requested() {
    return sizes().sum();
  }

  /** What all requests count for together (SPEC.md, "to fit"). */
  public long counted() {
    return sizes().map(ToFit::counted).sum();
  }

  private LongStream sizes() {
    return IntStream.range(0, length())
        .filter(index -> kind(index) == Kind.ALLOCATE)
        .mapToLong(this::argument);
  }

  /** The sum of all arguments: a smaller one is easier to read. */
  public long weight() {
    return IntStream.range(0, length()).mapToLong(this::argument).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Program program && Arrays.equals(code, program.code);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(code);
  }

  @Override
  public String toString() {
    return IntStream.range(0, length())
        .mapToObj(index -> kind(index) + "(" + argument(index) + ")")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A condition on one operation. */
  @FunctionalInterface
  public interface Test {
    /** Whether it holds for an operation of this kind with this argument. */
    boolean holds(Kind kind, long argument);
  }

  /** Collects operations. */
  public static final class Builder {

    private int[] code;
    private int used;

    private Builder(int operations) {
      code = new int[operations * WIDTH];
    }

    /** Adds one operation. */
    @SuppressWarnings("EnumOrdinal") // packed in memory only, never stored
    public Builder add(Kind kind, long argument) {
      if (used == code.length) {
        code = Arrays.copyOf(code, 2 * (used + WIDTH));
      }
      code[used++] = kind.ordinal();
      code[used++] = (int) argument;
      return this;
    }

    /** Adds a release of the oldest live area, as often as said. */
    public Builder release(int times) {
      for (int i = 0; i < times; i++) {
        add(Kind.RELEASE, 0);
      }
      return this;
    }

    /** The program so far. A full array is not copied: it is never written again. */
    public Program build() {
      return new Program(used == code.length ? code : Arrays.copyOf(code, used));
    }
  }
}

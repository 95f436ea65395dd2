package io.modulecontract.checks;

import io.modulecontract.engine.Guests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value that is passed in chunks, each given back before the next is passed: what is answered to
 * them, one behind the other, must be what is answered to the whole (shape {@code stream}).
 *
 * @param function the function
 * @param value the bytes of the value
 * @param cuts where a chunk ends and the next begins, rising
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and handed to nobody
record InChunks(FunctionCalls function, byte[] value, List<Integer> cuts) implements Scenario {

  /** Copies the cuts. */
  InChunks {
    cuts = List.copyOf(cuts);
  }

  /** With some cuts by chance, at most three. */
  static InChunks random(FunctionCalls function, byte[] value, SplittableRandom random) {
    IntStream cuts = random.ints(1 + random.nextInt(3), 1, value.length);
    return new InChunks(function, value, cuts.sorted().distinct().boxed().toList());
  }

  /** The calls with the chunks alone. */
  Script chunks() {
    Steps steps = new Steps();
    int from = 0;
    for (int cut : cuts) {
      pass(steps, Arrays.copyOfRange(value, from, cut), false);
      from = cut;
    }
    pass(steps, Arrays.copyOfRange(value, from, value.length), true);
    return steps.script();
  }

  private void pass(Steps steps, byte[] chunk, boolean last) {
    int area = steps.next();
    steps.give(Content.of(chunk)).then(function.chunk(area, last));
    if (!last) {
      steps.release(area);
    }
  }

  @Override
  public long needed() {
    return comparison().needed();
  }

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    return comparison().on(guests, tally);
  }

  private Comparison comparison() {
    return new Comparison(
        function.once(Parameters.of(Content.of(value))),
        chunks(),
        same -> same,
        "the same value in chunks",
        function.name(),
        true);
  }

  /** Fewer chunks, or a shorter value. */
  @Override
  public Stream<InChunks> smaller() {
    Stream<InChunks> fewer =
        cuts.size() == 1
            ? Stream.empty()
            : cuts.stream().map(cut -> new InChunks(function, value, without(cut)));
    Stream<InChunks> shorter =
        IntStream.iterate(value.length / 2, size -> size > 0, size -> size / 2)
            .boxed()
            .flatMap(
                size ->
                    IntStream.rangeClosed(0, value.length / size - 1)
                        .mapToObj(k -> without(k * size, size)))
            .filter(it -> !it.cuts.isEmpty());
    return Stream.concat(fewer, shorter);
  }

  private List<Integer> without(int cut) {
    return cuts.stream().filter(other -> other != cut).toList();
  }

  private InChunks without(int from, int size) {
    byte[] rest = Arrays.copyOf(value, value.length - size);
    System.arraycopy(value, from + size, rest, from, rest.length - from);
    List<Integer> moved =
        cuts.stream()
            .map(cut -> cut <= from ? cut : Math.max(from, cut - size))
            .filter(cut -> cut > 0 && cut < rest.length)
            .distinct()
            .toList();
    return new InChunks(function, rest, moved);
  }
}

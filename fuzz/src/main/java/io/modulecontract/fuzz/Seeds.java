package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.Payloads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Programs to begin with: the payloads of the checks, so that the first second reaches all. */
final class Seeds {

  private static final int MORE = 8;
  private static final int LONGEST = 300;
  private static final int[] SIZES = {0, 1, 7, 8, 16, 100, 1_000, 4_096};

  private final List<CalledFunction> functions;
  private final SplittableRandom random;
  private final List<byte[]> seeds = new ArrayList<>();

  private Seeds(List<ModuleDescriptor.Function> functions, long seed) {
    this.functions = CalledFunction.of(functions);
    this.random = new SplittableRandom(seed);
  }

  /** Those of a module with these functions. */
  static List<byte[]> of(List<ModuleDescriptor.Function> functions, long seed) {
    Seeds made = new Seeds(functions, seed);
    made.areas();
    for (int i = 0; i < Math.min(32, made.functions.size()); i++) {
      CalledFunction function = made.functions.get(i);
      if (function.streams().isPresent()) {
        made.streams(i, function.streams().get());
      } else {
        made.calls(i, function.declared());
      }
    }
    return List.copyOf(made.seeds);
  }

  private void areas() {
    Encoder many = new Encoder();
    for (int size : SIZES) {
      many.allocate(size);
    }
    seeds.add(many.release(0).release(3).releaseDead(0).allocate(24).bytes());
    seeds.add(new Encoder().grow(300_000).release(0).grow(600_000).bytes());
    seeds.add(new Encoder().grow(300_000).allocate(40).allocate(8).bytes());
    seeds.add(Encoder.refusing(1).grow(300_000).allocate(40).bytes());
  }

  private void streams(int index, StreamCalls streams) {
    List<byte[]> calls = new StreamSeeds(streams, random).all();
    for (byte[] call : calls) {
      seeds.add(new Encoder().callStreams(index, call).bytes());
    }
    byte[] usual = calls.get(0);
    seeds.add(
        new Encoder()
            .callStreams(index, usual)
            .release(1)
            .callStreams(index, usual)
            .callArea(index, 0, 0)
            .bytes());
    for (int how = 3; how < 8; how++) {
      seeds.add(new Encoder().write(new byte[40]).callArea(index, 0, how).release(0).bytes());
    }
    seeds.add(new Encoder().write(new byte[40]).release(0).callArea(index, 0, 6).bytes());
    seeds.add(Encoder.refusing(1).callStreams(index, usual).callStreams(index, usual).bytes());
  }

  private void calls(int index, ModuleDescriptor.Function function) {
    Payloads payloads = Payloads.of(function);
    for (Parameters valid : payloads.valid(random, MORE)) {
      if (valid.length() <= LONGEST) {
        seeds.add(new Encoder().call(index, payload(function, valid)).bytes());
      }
    }
    for (Parameters invalid : payloads.invalid().stream().limit(MORE).toList()) {
      seeds.add(new Encoder().call(index, payload(function, invalid)).bytes());
    }
    byte[] text = {'a', 'b', 'c'};
    seeds.add(
        new Encoder().call(index, text).call(index, text).release(0).call(index, text).bytes());
    Encoder many = new Encoder();
    for (int i = 0; i < SIZES.length; i++) {
      many.call(index, text);
    }
    seeds.add(many.bytes());
    for (int how = 3; how < 8; how++) {
      seeds.add(new Encoder().write(text).callArea(index, 0, how).release(0).bytes());
    }
    if (function.shape() == FunctionShape.STREAM) {
      Encoder chunks = new Encoder().write(text).callArea(index, 0, 8).callArea(index, 2, 8);
      seeds.add(chunks.callArea(index, 4, 0).bytes());
    }
    seeds.add(new Encoder().write(text).release(0).callArea(index, 0, 6).bytes());
    seeds.add(Encoder.refusing(1).call(index, new byte[4_000]).call(index, text).bytes());
  }

  /** The bytes themselves: the NUL of a C string is the decoder's. */
  private static byte[] payload(ModuleDescriptor.Function function, Parameters parameters) {
    byte[] bytes = parameters.contents().get(0).bytes();
    return function.shape() == FunctionShape.CSTRING
        ? Arrays.copyOf(bytes, bytes.length - 1)
        : bytes;
  }
}

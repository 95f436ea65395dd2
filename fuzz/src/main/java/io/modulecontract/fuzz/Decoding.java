package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One program in the making. */
final class Decoding {

  /** What an area is filled with where the program says nothing. */
  private static final byte FILL = 'f';

  /** A length from here on stands for its lowest byte: most random ones would be long. */
  private static final int LONGEST = 0x2000;

  /** The largest size that stands for itself. */
  private static final long LARGEST = 1 << 20;

  /** Most random numbers are larger, and large areas cost time: of those, what is left over. */
  private static final long USUAL = 1 << 12;

  /** All areas together, those of calls with what these may need: more takes too much time. */
  private static final long MOST_BYTES = 512 << 10;

  /** A call may need so many times its payload: for a copy, a result many times as long, growth. */
  private static final int NEEDED = 16;

  /** Longer than any area is. */
  private static final long ENDLESS = 0x7FFF_0000L;

  private final Bytes in;
  private final List<ModuleDescriptor.Function> functions;
  private final long largest;
  private final Areas areas = new Areas();
  private final List<Action> actions = new ArrayList<>();
  private long room;
  private boolean grown;

  Decoding(Bytes in, List<ModuleDescriptor.Function> functions, long room) {
    this.in = in;
    this.functions = functions;
    // A quarter every honest allocator can use: half of it for one large area.
    this.room = Math.min(MOST_BYTES, room / 8);
    this.largest = Math.min(LARGEST, room / 8);
  }

  List<Action> actions() {
    return actions;
  }

  int done() {
    return actions.size();
  }

  /** Decodes one operation. */
  void next() {
    int first = in.u8();
    int rest = Operation.rest(first);
    switch (Operation.of(first)) {
      case ALLOCATE -> give(filled(length()), 1);
      case WRITE -> give(payload(), NEEDED);
      case RELEASE -> areas.live(rest).ifPresent(this::release);
      case RELEASE_DEAD ->
          areas
              .releaseAgain(rest)
              .ifPresent(area -> actions.add(new Action.Release(pointer(area, 0))));
      case CALL, CALL_TOO -> call(rest);
      case CALL_AREA -> callArea(rest);
      case GROW -> grow(in.u32());
    }
  }

  private int length() {
    int stated = in.u16();
    return stated < LONGEST ? stated : stated & 0xFF;
  }

  /**
   * One area of a program may be large; it counts for little, else there were nothing beside it.
   */
  private void grow(long stated) {
    boolean large = stated > USUAL && stated <= largest && !grown;
    if (large) {
      grown = true;
      Content content = filled((int) stated);
      areas.given(actions.size(), content);
      actions.add(new Action.Give(content));
    } else {
      give(filled((int) (stated % USUAL)), 1);
    }
  }

  private static Content filled(int size) {
    return Content.of(new byte[] {FILL}, size);
  }

  /** So long as the program says; where it has fewer bytes than that, they are repeated. */
  private Content payload() {
    int length = length();
    byte[] bytes = in.take(length);
    if (bytes.length == length) {
      return Content.of(bytes);
    }
    if (bytes.length == 0) {
      return filled(length);
    }
    int rest = length % bytes.length;
    Content repeated = Content.of(bytes, length / bytes.length);
    return rest == 0 ? repeated : repeated.and(Arrays.copyOf(bytes, rest));
  }

  /** False when the guest need not have the memory for it. */
  private boolean give(Content content, int times) {
    long needed = (content.length() + 16L) * times;
    if (needed > room) {
      return false;
    }
    room -= needed;
    areas.given(actions.size(), content);
    actions.add(new Action.Give(content));
    return true;
  }

  private void release(Areas.Known area) {
    areas.release(area, actions.size());
    actions.add(new Action.Release(pointer(area, 0)));
  }

  private void call(int rest) {
    Optional<ModuleDescriptor.Function> function = function(rest);
    Content payload = payload();
    if (function.isPresent() && give(parameter(function.get(), payload), NEEDED)) {
      areas.live(0).ifPresent(area -> add(Expectation.whole(function.get(), area)));
    }
  }

  /** A C string has its NUL. */
  private static Content parameter(ModuleDescriptor.Function function, Content payload) {
    return function.shape() == FunctionShape.CSTRING ? payload.and((byte) 0) : payload;
  }

  private void callArea(int rest) {
    Optional<ModuleDescriptor.Function> function = function(rest);
    int pick = in.u8();
    int how = in.u8();
    if (function.isPresent()) {
      switch (how & 7) {
        case 0, 1, 2, 3 -> whole(function.get(), pick);
        case 4 -> tooLong(function.get(), pick, 1L + (how >>> 3));
        case 5 -> interior(function.get(), pick, how >>> 3);
        case 6 -> areas.deadForSure(pick).ifPresent(area -> dead(function.get(), area));
        default -> nowhere(function.get(), in.u32());
      }
    }
  }

  private void whole(ModuleDescriptor.Function function, int pick) {
    Optional<Areas.Known> area = areas.live(pick);
    if (area.isPresent()) {
      long needed = area.get().content().map(Content::length).orElse(0) * (long) NEEDED;
      if (needed <= room) {
        room -= needed;
        add(Expectation.whole(function, area.get()));
      }
    }
  }

  private void tooLong(ModuleDescriptor.Function function, int pick, long more) {
    if (function.shape() != FunctionShape.CSTRING) {
      host(pick)
          .ifPresent(
              area ->
                  reject(
                      function,
                      pointer(area, 0),
                      new Operand.Length(area.ref(), more),
                      Clause.CALL_06));
    }
  }

  private void interior(ModuleDescriptor.Function function, int pick, int offset) {
    host(pick)
        .filter(area -> area.content().orElseThrow().length() > 1)
        .ifPresent(
            area -> {
              int length = area.content().orElseThrow().length();
              long delta = 1L + offset % (length - 1);
              reject(
                  function,
                  pointer(area, delta),
                  new Operand.Length(area.ref(), -delta),
                  Clause.CALL_04);
            });
  }

  private void dead(ModuleDescriptor.Function function, Areas.Known area) {
    // Of an area of 0 bytes a guest need not know the pointer.
    if (area.content().map(Content::length).orElse(0) > 0) {
      reject(function, pointer(area, 0), new Operand.Length(area.ref(), 0), Clause.CALL_05);
    }
  }

  private void nowhere(ModuleDescriptor.Function function, long address) {
    reject(function, new Operand.Literal(address), new Operand.Literal(ENDLESS), Clause.CALL_04);
  }

  /** An area that the host wrote itself, of a length that is known. */
  private Optional<Areas.Known> host(int pick) {
    return areas.live(pick).filter(area -> area.content().map(Content::length).orElse(0) > 0);
  }

  private void reject(
      ModuleDescriptor.Function function, Operand pointer, Operand length, Clause clause) {
    add(Expectation.call(function, pointer, length, Expected.REJECTED, clause));
  }

  private void add(Action.Call call) {
    if (call.expected() != Expected.REJECTED) {
      areas.called(actions.size(), call.shape() != FunctionShape.CSTRING);
    }
    actions.add(call);
  }

  private Optional<ModuleDescriptor.Function> function(int rest) {
    return functions.isEmpty()
        ? Optional.empty()
        : Optional.of(functions.get(rest % functions.size()));
  }

  private static Operand.Pointer pointer(Areas.Known area, long delta) {
    return new Operand.Pointer(area.ref(), delta);
  }
}

package io.modulecontract.fuzz;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ToFit;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.spec.Clause;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the operations that call functions. */
final class CallDecoding {

  /** Longer than any area is. */
  private static final long ENDLESS = 0x7FFF_0000L;

  /** In the byte that says how: other chunks follow. */
  private static final int GOES_ON = 8;

  private final Bytes in;
  private final List<CalledFunction> functions;
  private final Draft draft;

  /** The functions to which a chunk was passed last that others follow. */
  private final Set<CalledFunction> begun = new HashSet<>();

  CallDecoding(Bytes in, List<CalledFunction> functions, Draft draft) {
    this.in = in;
    this.functions = functions;
    this.draft = draft;
  }

  /** A call with what the bytes say. */
  void call(int rest) {
    if (functions.isEmpty()) {
      Decoding.payload(in);
      return;
    }
    CalledFunction function = functions.get(rest % functions.size());
    if (function.streams().isPresent()) {
      streams(function, function.streams().get().next(in));
    } else if (draft.give(parameter(function, Decoding.payload(in)), ToFit.PAYLOAD)) {
      draft.areas().live(0).ifPresent(area -> pass(function, area, true));
    }
  }

  private void streams(CalledFunction function, StreamCalls.Given given) {
    Content meta = given.parameters().contents().get(0);
    Content data = given.parameters().contents().get(1);
    if (draft.takesRoom((meta.length() + data.length() + 32L) * ToFit.PAYLOAD)) {
      Areas.Known first = given(meta);
      Areas.Known second = given(data);
      StreamExpectation expectation = function.streams().orElseThrow().expectation();
      draft.add(
          Expectation.streams(function, first, second, expectation.of(meta, data, given.made())));
    }
  }

  private Areas.Known given(Content content) {
    draft.giveApart(content);
    return draft.areas().live(0).orElseThrow();
  }

  /** A C string has its NUL. */
  private static Content parameter(CalledFunction function, Content payload) {
    return function.isCString() ? payload.and((byte) 0) : payload;
  }

  /** A call with an area that is there, a wrong length, or a wrong address. */
  void callArea(int rest) {
    int pick = in.u8();
    int how = in.u8();
    long address = (how & 7) == 7 && !functions.isEmpty() ? in.u32() : 0;
    if (functions.isEmpty()) {
      return;
    }
    CalledFunction function = functions.get(rest % functions.size());
    switch (how & 7) {
      case 0, 1, 2, 3 -> whole(function, pick, (how & GOES_ON) == 0);
      case 4 -> tooLong(function, pick, 1L + (how >>> 3));
      case 5 -> interior(function, pick, how >>> 3);
      case 6 -> draft.areas().deadForSure(pick).ifPresent(area -> dead(function, area));
      default ->
          reject(
              function, new Operand.Literal(address), new Operand.Literal(ENDLESS), Clause.CALL_04);
    }
  }

  /** A call with an area that holds all that is passed; of a stream perhaps not the last of it. */
  private void pass(CalledFunction function, Areas.Known area, boolean last) {
    if (function.declared().shape() != FunctionShape.STREAM) {
      draft.add(Expectation.whole(function, area));
      return;
    }
    draft.add(Expectation.chunk(function, area, begun.contains(function), last));
    if (last) {
      begun.remove(function);
    } else {
      begun.add(function);
    }
  }

  private void whole(CalledFunction function, int pick, boolean last) {
    Optional<Areas.Known> picked = draft.areas().live(pick);
    if (picked.isEmpty()) {
      return;
    }
    Areas.Known area = picked.get();
    if (!draft.takesRoom(area.content().map(Content::length).orElse(0) * (long) ToFit.PAYLOAD)) {
      return;
    }
    if (function.streams().isEmpty()) {
      pass(function, area, last);
    } else if (draft.give(function.streams().get().usualMeta(), ToFit.PAYLOAD)) {
      Content meta = function.streams().get().usualMeta();
      StreamExpectation.Answer answer =
          area.content()
              .map(data -> function.streams().get().expectation().of(meta, data, false))
              .orElse(StreamExpectation.Answer.OPEN);
      Areas.Known first = draft.areas().live(0).orElseThrow();
      draft.add(Expectation.streams(function, first, area, answer));
    }
  }

  private void tooLong(CalledFunction function, int pick, long more) {
    if (!function.isCString()) {
      host(pick)
          .ifPresent(
              area ->
                  reject(
                      function, Draft.pointer(area, 0), Draft.length(area, more), Clause.CALL_06));
    }
  }

  private void interior(CalledFunction function, int pick, int offset) {
    host(pick)
        .filter(area -> area.content().orElseThrow().length() > 1)
        .ifPresent(
            area -> {
              int length = area.content().orElseThrow().length();
              long delta = 1L + offset % (length - 1);
              reject(
                  function, Draft.pointer(area, delta), Draft.length(area, -delta), Clause.CALL_04);
            });
  }

  private void dead(CalledFunction function, Areas.Known area) {
    // Of an area of 0 bytes a guest need not know the pointer.
    if (area.content().map(Content::length).orElse(0) > 0) {
      reject(function, Draft.pointer(area, 0), Draft.length(area, 0), Clause.CALL_05);
    }
  }

  /** An area that the host wrote itself, of a length that is known. */
  private Optional<Areas.Known> host(int pick) {
    return draft
        .areas()
        .live(pick)
        .filter(area -> area.content().map(Content::length).orElse(0) > 0);
  }

  /** Of a call with two streams, the second one has the wrong operands. */
  private void reject(CalledFunction function, Operand pointer, Operand length, Clause clause) {
    if (function.streams().isEmpty()) {
      draft.add(Expectation.call(function, pointer, length, Expected.REJECTED, clause));
    } else if (draft.give(function.streams().get().usualMeta(), ToFit.PAYLOAD)) {
      Areas.Known meta = draft.areas().live(0).orElseThrow();
      List<Operand> operands =
          List.of(Draft.pointer(meta, 0), Draft.length(meta, 0), pointer, length);
      draft.add(Expectation.call(function, operands, Expected.REJECTED, clause));
    }
  }
}

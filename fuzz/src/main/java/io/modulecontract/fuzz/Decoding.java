package io.modulecontract.fuzz;

import io.modulecontract.abi.ToFit;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import java.util.Arrays;
import java.util.List;

/** Reads one operation after the other, and makes a program of them. */
final class Decoding {

  /** What an area is filled with where the program says nothing. */
  private static final byte FILL = 'f';

  /** A length from here on stands for its lowest byte: most random ones would be long. */
  private static final int LONGEST = 0x2000;

  /** The largest size that stands for itself. */
  private static final long LARGEST = 1 << 20;

  /** Most random numbers are larger, and large areas cost time: of those, what is left over. */
  private static final long USUAL = 1 << 12;

  private final Bytes in;
  private final Draft draft;
  private final CallDecoding calls;
  private final long largest;
  private boolean grown;

  Decoding(Bytes in, List<CalledFunction> functions, long room) {
    this.in = in;
    this.draft = new Draft(room);
    this.calls = new CallDecoding(in, functions, draft);
    this.largest = Math.min(LARGEST, ToFit.into(room).most() / 2);
  }

  List<Action> actions() {
    return draft.actions();
  }

  int done() {
    return draft.actions().size();
  }

  /** Decodes one operation. */
  void next() {
    int first = in.u8();
    int rest = Operation.rest(first);
    switch (Operation.of(first)) {
      case ALLOCATE -> draft.give(filled(length(in)), 1);
      case WRITE -> draft.give(payload(in), ToFit.PAYLOAD);
      case RELEASE -> draft.areas().live(rest).ifPresent(draft::release);
      case RELEASE_DEAD -> draft.releaseAgain(rest);
      case CALL, CALL_TOO -> calls.call(rest);
      case CALL_AREA -> calls.callArea(rest);
      case GROW -> grow(in.u32());
    }
  }

  private static int length(Bytes in) {
    int stated = in.length();
    return stated < LONGEST ? stated : stated & 0xFF;
  }

  /**
   * One area of a program may be large; it counts for little, else there were nothing beside it.
   */
  private void grow(long stated) {
    boolean large = stated > USUAL && stated <= largest && !grown;
    if (large) {
      grown = true;
      draft.giveApart(filled((int) stated));
    } else {
      draft.give(filled((int) (stated % USUAL)), 1);
    }
  }

  private static Content filled(int size) {
    return Content.of(new byte[] {FILL}, size);
  }

  /** So long as the program says; where it has fewer bytes than that, they are repeated. */
  static Content payload(Bytes in) {
    int length = length(in);
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
}

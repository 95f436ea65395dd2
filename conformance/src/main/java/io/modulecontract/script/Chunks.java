package io.modulecontract.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Streams that are alike but for their numbers and texts: wherever eight letters Z stand in a row
 * in a content, a number of eight digits is put in, another one at each place and each time. Bytes
 * that are no text but a number become another number by it.
 */
public final class Chunks {

  /** What is replaced: a text, or as many bytes of a number. */
  public static final String PLACE = "ZZZZZZZZ";

  private static final int LENGTH = PLACE.length();
  private static final int MOST = 100_000_000;

  private Chunks() {}

  /** The script with the numbers of one time put in. */
  public static Script script(Script script, long time) {
    List<Action> actions = new ArrayList<>(script.length());
    for (Action action : script.actions()) {
      actions.add(
          action instanceof Action.Give give
              ? new Action.Give(Content.of(content(give.content().bytes(), time)))
              : action);
    }
    return new Script(actions);
  }

  private static byte[] content(byte[] bytes, long time) {
    int places = 0;
    for (int at = next(bytes, 0); at >= 0; at = next(bytes, at + LENGTH)) {
      places++;
    }
    long number = time * places;
    for (int at = next(bytes, 0); at >= 0; at = next(bytes, at + LENGTH)) {
      long rest = number % MOST;
      for (int i = LENGTH - 1; i >= 0; i--) {
        bytes[at + i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      number++;
    }
    return bytes;
  }

  private static int next(byte[] bytes, int from) {
    int found = 0;
    for (int at = from; at < bytes.length; at++) {
      found = bytes[at] == 'Z' ? found + 1 : 0;
      if (found == LENGTH) {
        return at - LENGTH + 1;
      }
    }
    return -1;
  }
}

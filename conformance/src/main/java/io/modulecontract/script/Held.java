package io.modulecontract.script;

import io.modulecontract.engine.Guest;
import io.modulecontract.host.Area;
import java.util.Arrays;

/**
 * An area that the host holds.
 *
 * @param ref which one it is
 * @param area where it lies; at 0 when a guest has no area for 0 bytes
 * @param content what must lie there
 * @param result whether the guest made it, as the answer to a call
 */
@SuppressWarnings("ArrayRecordComponent") // compared with memory only, never handed out
record Held(Ref ref, Area area, byte[] content, boolean result) {

  /** What is expected of every new area. */
  static final String APART = "areas apart from all live ones";

  static final String DIFFERENT = "live areas with different pointers, or 0";

  /** How a reader knows it. */
  String words() {
    String what = result ? ref.part() == Ref.Part.DATA ? "the data" : "the result" : "the area";
    return what + " of step " + (ref.action() + 1);
  }

  /** The same area with other bytes. */
  Held with(byte[] other) {
    return new Held(ref, area, other, result);
  }

  /** What is expected of it. */
  String intact() {
    return words() + " is unchanged";
  }

  /** The first of its bytes that is another in memory. */
  String changeIn(Guest guest) {
    byte[] now = guest.read(area.pointer(), area.size());
    int at = Arrays.mismatch(now, content);
    return "byte "
        + at
        + " of "
        + words()
        + " was "
        + Byte.toUnsignedInt(content[at])
        + " and is "
        + Byte.toUnsignedInt(now[at]);
  }

  /** Says that another area shares bytes with it, or its address. */
  String sharedWith(Area other) {
    return other.size()
        + " bytes at "
        + other.pointer()
        + ", and "
        + words()
        + ": "
        + area.size()
        + " bytes at "
        + area.pointer();
  }
}

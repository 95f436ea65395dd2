package io.modulecontract.host;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.Rejected;

/**
 * A function that changes the host's own area (shape {@code in-place}). It belongs to its
 * instance's thread.
 */
public final class InPlace {

  private final HostedInstance instance;
  private final String function;

  InPlace(HostedInstance instance, String function) {
    this.instance = instance;
    this.function = function;
  }

  /**
   * Changes an area of the caller's own where it lies; nothing is copied.
   *
   * @param area one that {@link HostedInstance#allocate} gave, written whole
   * @return how many of its first bytes are the result; the area stays the caller's
   * @throws Rejected when the guest does not take it; then the area is as it was
   * @throws ExchangeFailed when there is no answer that can be believed
   */
  public long change(Area area) throws ExchangeFailed {
    long size = instance.call(function, area.pointer(), area.size());
    if (size == FunctionShape.IN_PLACE.rejection()) {
      throw new Rejected(function, "-1");
    }
    if (size > area.size()) {
      throw new Broken(function, "at most the area's " + area.size() + " bytes", "" + size);
    }
    return size;
  }

  /**
   * The same with bytes: they are written to an area, changed there, what is left is copied, and
   * the area is given back.
   */
  public byte[] change(byte[] bytes) throws ExchangeFailed {
    Area area = instance.allocate(bytes.length);
    instance.write(area, bytes);
    byte[] left;
    try {
      left = instance.read(area, change(area));
    } catch (Rejected e) {
      instance.release(area);
      throw e;
    }
    instance.release(area);
    return left;
  }
}

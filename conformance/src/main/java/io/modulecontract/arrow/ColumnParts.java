package io.modulecontract.arrow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a column of one batch lies in the array. All buffers lie within the batch's body.
 *
 * @param plan what column it is
 * @param length how many values
 * @param nulls how many of them are null, as the batch says
 * @param node where the batch's metadata says so: two numbers of 64 bits
 * @param buffers its buffers, the validity bitmap first if its storage has one
 * @param children its child columns
 * @param dictionary the dictionary that was valid then, if it needs one and there was one
 */
record ColumnParts(
    ColumnPlan plan,
    int length,
    int nulls,
    int node,
    List<BufferParts> buffers,
    List<ColumnParts> children,
    @Nullable Dictionary dictionary) {

  /**
   * A buffer.
   *
   * @param start where it lies in the array
   * @param length in bytes
   * @param entry where the batch's metadata says so: two numbers of 64 bits
   */
  record BufferParts(int start, int length, int entry) {

    int end() {
      return start + length;
    }
  }

  /** A buffer that the storage has. */
  BufferParts buffer(int number) {
    return buffers.get(number);
  }

  /** Whether a value is there. The bitmap is left out where nothing is null. */
  boolean valid(byte[] bytes, int row) {
    if (nulls == 0) {
      return true;
    }
    if (plan.storage() == Storage.NONE) {
      return false;
    }
    return (bytes[buffers.get(0).start() + (row >> 3)] >> (row & 7) & 1) != 0;
  }

  /** The offset, or size, with a number in a buffer of such. */
  long number(byte[] bytes, int buffer, int index) {
    int width = plan.storage().offsetWidth();
    return LittleEndian.number(bytes, buffers.get(buffer).start() + index * width, width, true);
  }

  /** Whether the offsets may have been left out: there is not even a first. */
  boolean withoutOffsets() {
    return length == 0 && buffers.get(1).length() == 0;
  }
}

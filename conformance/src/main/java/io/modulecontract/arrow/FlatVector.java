package io.modulecontract.arrow;

/**
 * Elements of one size in a flatbuffer, all within its bytes.
 *
 * @param flat the flatbuffer
 * @param start where the first element lies in the array
 * @param count how many there are
 * @param size bytes of each
 */
record FlatVector(FlatBytes flat, int start, int count, int size) {

  /** Where an element lies in the array. */
  int place(int index) {
    return start + index * size;
  }

  FlatTable table(int index) {
    return FlatTable.at(flat, flat.target(place(index)));
  }

  /** The 64-bit number some bytes into an element. */
  long i64(int index, int offset) {
    return LittleEndian.i64(flat.bytes(), place(index) + offset);
  }

  int i32(int index) {
    return LittleEndian.i32(flat.bytes(), place(index));
  }
}

package io.modulecontract.arrow;

/** Is told what of a flatbuffer is followed while it is read. */
interface FlatWatch {

  /** For whoever only reads. */
  FlatWatch NONE =
      new FlatWatch() {
        @Override
        public void entry(int at) {}

        @Override
        public void reference(int at) {}
      };

  /**
   * An entry of a table's list of fields was read.
   *
   * @param at where in the array its two bytes lie
   */
  void entry(int at);

  /**
   * A reference was followed.
   *
   * @param at where in the array its four bytes lie
   */
  void reference(int at);
}

package io.modulecontract.engine;

import java.util.Arrays;
import java.util.List;

/** One way to store and load a value of some width. */
@SuppressWarnings("UnsafeFinalization") // nothing here has a finalizer
enum Width {
  BYTE(1),
  SHORT(2),
  INT(4),
  LONG(8),
  FLOAT(4),
  DOUBLE(8),
  BYTES(7),
  PATTERN(13);

  private static final long VALUE = 0x8877_6655_4433_2211L;

  final int bytes;

  Width(int bytes) {
    this.bytes = bytes;
  }

  void store(GuestMemory memory, int at) {
    switch (this) {
      case BYTE -> memory.writeByte(at, (byte) VALUE);
      case SHORT -> memory.writeShort(at, (short) VALUE);
      case INT -> memory.writeI32(at, (int) VALUE);
      case LONG -> memory.writeLong(at, VALUE);
      case FLOAT -> memory.writeF32(at, Float.intBitsToFloat((int) VALUE));
      case DOUBLE -> memory.writeF64(at, Double.longBitsToDouble(VALUE));
      case BYTES -> memory.write(at, expected(), 0, bytes);
      case PATTERN -> memory.fill(at, bytes, VALUE);
    }
  }

  /** What the value is as bytes, the lowest first. */
  byte[] expected() {
    byte[] expected = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      expected[i] = (byte) (VALUE >>> (i % 8 * 8));
    }
    return expected;
  }

  List<Object> loads(GuestMemory memory, int at) {
    return switch (this) {
      case BYTE -> List.of(memory.read(at), memory.readU8(at), memory.readI8(at));
      case SHORT -> List.of(memory.readShort(at), memory.readU16(at), memory.readI16(at));
      case INT -> List.of(memory.readInt(at), memory.readI32(at), memory.readU32(at));
      case LONG -> List.of(memory.readLong(at), memory.readI64(at));
      case FLOAT -> List.of(memory.readF32(at), Float.floatToRawIntBits(memory.readFloat(at)));
      case DOUBLE -> List.of(memory.readF64(at), Double.doubleToRawLongBits(memory.readDouble(at)));
      case BYTES -> List.of(Arrays.hashCode(memory.readBytes(at, bytes)));
      case PATTERN -> List.of(memory.mismatch(at, bytes, VALUE));
    };
  }

  List<Object> expectedLoads() {
    return switch (this) {
      case BYTE -> List.of((byte) 0x11, 0x11L, 0x11L);
      case SHORT -> List.of((short) 0x2211, 0x2211L, 0x2211L);
      case INT -> List.of(0x4433_2211, 0x4433_2211L, 0x4433_2211L);
      case LONG -> List.of(VALUE, VALUE);
      case FLOAT -> List.of(0x4433_2211L, 0x4433_2211);
      case DOUBLE -> List.of(VALUE, VALUE);
      case BYTES -> List.of(Arrays.hashCode(expected()));
      case PATTERN -> List.of(-1);
    };
  }
}

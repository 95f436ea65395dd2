package io.modulecontract.script;

import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import java.util.Optional;

/** Streams of tables as a report shows them: how much is in them, not their bytes. */
final class StreamText {

  private StreamText() {}

  /** Whether these bytes begin as a message of a stream does. */
  static boolean begins(byte[] bytes) {
    return bytes.length >= 8 && (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == -1;
  }

  /** One line; empty when these bytes do not begin as a stream does. */
  static Optional<String> of(byte[] bytes) {
    if (!begins(bytes)) {
      return Optional.empty();
    }
    StreamReading reading = StreamReader.read(bytes);
    return Optional.of(
        reading instanceof SoundStream sound
            ? "stream: "
                + counted(sound.batchCount(), "batch", "batches")
                + ", "
                + counted(sound.rows(), "row", "rows")
                + ", "
                + bytes.length
                + " bytes"
            : bytes.length + " bytes, no stream: " + ((StreamReading.Flawed) reading).flaw());
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}

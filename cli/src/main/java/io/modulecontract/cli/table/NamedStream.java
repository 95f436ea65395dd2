package io.modulecontract.cli.table;

import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamEnd;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import java.util.Optional;

/**
 * A stream that a user named, and that was checked.
 *
 * @param stream it
 * @param assumed the schema, where nobody declared it and it was inferred
 */
public record NamedStream(SoundStream stream, Optional<String> assumed) {

  static NamedStream of(String source, byte[] bytes, Optional<String> assumed) throws WrongTable {
    return of(source, bytes, 0, bytes.length, assumed);
  }

  static NamedStream of(String source, byte[] bytes, int from, int length, Optional<String> assumed)
      throws WrongTable {
    StreamReading reading = StreamReader.read(bytes, from, length, StreamEnd.REQUIRED);
    if (reading instanceof StreamReading.Flawed flawed) {
      throw new WrongTable(source, "no Arrow stream that can be passed: " + flawed.flaw());
    }
    return new NamedStream((SoundStream) reading, assumed);
  }
}

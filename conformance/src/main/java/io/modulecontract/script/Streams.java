package io.modulecontract.script;

import io.modulecontract.arrow.FlawKind;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamEnd;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableShrinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Smaller streams: of fewer and simpler rows, written in the same way. */
final class Streams {

  private static final List<StreamLayout> LAYOUTS =
      List.of(
          StreamLayout.PLAIN,
          StreamLayout.WIDE,
          new StreamLayout(8, true, true),
          new StreamLayout(64, false, true));

  private Streams() {}

  /** What bytes are as a stream: what a smaller content must be, too. */
  enum Kind {
    /** They do not begin as one. */
    NONE,
    /** A well-formed one. */
    SOUND,
    /** Well-formed, but for the end marker, which is missing. */
    WITHOUT_END,
    /** Something else is wrong. */
    FLAWED
  }

  static Kind kind(byte[] bytes) {
    if (!StreamText.begins(bytes)) {
      return Kind.NONE;
    }
    if (StreamReader.read(bytes) instanceof StreamReading.Flawed flawed) {
      return flawed.flaw().kind() == FlawKind.NO_END ? Kind.WITHOUT_END : Kind.FLAWED;
    }
    return Kind.SOUND;
  }

  /** Streams of smaller tables; none when these bytes hold no table. */
  static List<Supplier<byte[]>> smaller(byte[] bytes) {
    StreamReading reading = StreamReader.read(bytes, 0, bytes.length, StreamEnd.OPTIONAL);
    if (!(reading instanceof SoundStream sound)) {
      return List.of();
    }
    Table table = sound.table();
    StreamLayout layout = layout(table, bytes);
    List<Supplier<byte[]>> smaller = new ArrayList<>();
    for (Table less : TableShrinks.of(table).toList()) {
      smaller.add(() -> StreamWriter.write(less, layout));
    }
    return smaller;
  }

  /** How the bytes were written; the plainest way where it cannot be told. */
  private static StreamLayout layout(Table table, byte[] bytes) {
    return Stream.of(false, true)
        .flatMap(cut -> LAYOUTS.stream().map(it -> cut ? it.withoutEnd() : it))
        .filter(layout -> Arrays.equals(StreamWriter.write(table, layout), bytes))
        .findFirst()
        .orElse(
            kind(bytes) == Kind.WITHOUT_END ? StreamLayout.PLAIN.withoutEnd() : StreamLayout.PLAIN);
  }
}

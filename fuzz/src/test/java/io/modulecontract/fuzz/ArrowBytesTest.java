package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamEnd;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;

/**
 * The reader of Arrow streams: what it calls sound has values, which are written and read again.
 */
class ArrowBytesTest {

  @FuzzTest(maxDuration = "5m")
  void readsAnyBytes(byte[] bytes) {
    StreamReading reading = StreamReader.read(bytes, 0, bytes.length, StreamEnd.OPTIONAL);
    if (reading instanceof StreamReading.Flawed flawed) {
      Messages.assertClear(flawed.flaw().toString());
    } else if (reading instanceof SoundStream stream) {
      Table table = stream.table();
      byte[] written = StreamWriter.write(table, StreamLayout.PLAIN);
      SoundStream again = assertInstanceOf(SoundStream.class, StreamReader.read(written));
      assertEquals(table, again.table());
    }
  }
}

package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.baseline.Baseline;
import io.modulecontract.baseline.BaselineReader;
import io.modulecontract.baseline.BaselineText;
import io.modulecontract.toml.WrongToml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reader of baselines: what it took can be written, and is read again as it was. */
class BaselineTextTest {

  @FuzzTest(maxDuration = "5m")
  void readsAnyFileAndWhatIsWrittenOfIt(byte[] bytes) throws IOException, WrongToml {
    Path file = Files.createTempFile("baseline", ".toml");
    try {
      Files.write(file, bytes);
      Baseline read;
      try {
        read = BaselineReader.readDraft(file);
      } catch (WrongToml e) {
        Messages.assertClear(e);
        return;
      }
      Files.write(file, BaselineText.of(read).getBytes(StandardCharsets.UTF_8));
      assertEquals(read, BaselineReader.readDraft(file));
    } finally {
      Files.delete(file);
    }
  }
}

package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compiled guest calls, compiled as well as the JVM can. */
class GuestCodeTest {

  /**
   * The JVM up to 17 may fold two comparisons into one, and go on at the wrong place (JDK-8376400):
   * with {@link Integer#compareUnsigned} in place of ours, four of the six are wrong there.
   */
  @Test
  void aComparisonIsRightWhenItIsTrueForTheFirstTime(@TempDir Path directory) throws Exception {
    Path printed = directory.resolve("printed.txt");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                FirstTimeTaken.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    boolean ended = jvm.waitFor(2, TimeUnit.MINUTES);
    jvm.destroyForcibly();
    assertTrue(ended, "it goes on and on");
    assertEquals("", Files.readString(printed, StandardCharsets.UTF_8));
    assertEquals(0, jvm.exitValue());
  }
}

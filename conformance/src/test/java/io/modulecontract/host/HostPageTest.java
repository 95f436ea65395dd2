package io.modulecontract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in HOST.md is compiled and run as it stands there. */
class HostPageTest {

  @TempDir private Path directory;

  @Test
  void theExampleDoesWhatThePageSays() throws Exception {
    String page = page();
    String begin = "```java\n";
    int from = page.indexOf(begin) + begin.length();
    compile(page.substring(from, page.indexOf("```", from)));
    Path module = directory.resolve("greeting.wasm");
    Files.write(module, ReferenceModules.bytes("greeting.wasm"));
    try (URLClassLoader classes = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      Method greet = classes.loadClass("Greet").getMethod("greet", Path.class, String.class);
      assertEquals(
          "Hello World, World! Hello World, World! 42", greet.invoke(null, module, "World"));
      // Valid text for Java, but no character that UTF-8 could write: it is sent as a question
      // mark.
      assertEquals("Hello World, ?! Hello World, ?! 42", greet.invoke(null, module, "\uD800"));
    }
  }

  @Test
  void everyFailureIsOnThePage() throws IOException {
    String page = page();
    Stream.of(ExchangeFailed.class.getPermittedSubclasses())
        .forEach(
            failure ->
                assertTrue(page.contains("| `ExchangeFailed." + failure.getSimpleName() + "` |")));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("HOST.md"));
  }

  private void compile(String source) throws IOException {
    Path file = Files.writeString(directory.resolve("Greet.java"), source);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> arguments =
        List.of("-d", directory.toString(), "-cp", classPath, "-proc:none", file.toString());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertEquals(0, exit, () -> said.toString(StandardCharsets.UTF_8));
  }
}

package io.modulecontract.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Started by Maven's profile {@code container}; reads its properties, see {@link Settings}. */
public final class Main {
  /** The committed bytes are those of the toolchain on this platform. */
  private static final String REFERENCE_PLATFORM = "linux/amd64";

  /** Not 1, with which a JVM ends that found no class or let an exception escape. */
  private static final int STOPPED = 3;

  private Main() {}

  /**
   * Builds. Where that does not succeed, writes a sentence to standard error and to the file that
   * the property {@code sentence} names, and ends with 3.
   */
  public static void main(String[] arguments) throws IOException {
    Path sentence = Path.of(System.getProperty("sentence"));
    Files.deleteIfExists(sentence);
    try {
      run(Settings.from(System::getProperty, System::getenv), System.out);
    } catch (BuildStopped e) {
      stop(e.getMessage(), sentence);
    } catch (DockerException e) {
      stop("the container engine refused: " + e.getMessage(), sentence);
    } catch (IOException | UncheckedIOException e) {
      stop("reading or writing failed: " + e, sentence);
    }
  }

  private static void stop(String why, Path sentence) throws IOException {
    System.err.println("container: " + why);
    Files.createDirectories(sentence.getParent());
    Files.writeString(sentence, why);
    System.exit(STOPPED);
  }

  private static void run(Settings settings, PrintStream out) throws IOException {
    DockerClient client = Engine.connect();
    Optional<String> platform =
        settings.crate().isPresent() ? Optional.empty() : Optional.of(REFERENCE_PLATFORM);
    Path dockerfile = settings.project().resolve("rust-toolchain-container/Dockerfile");
    String image = new ToolchainImage(dockerfile, platform).build(client, out);
    try (Toolchain toolchain = ContainerToolchain.start(client, image, settings.caBundle())) {
      out.println("toolchain " + image + ": " + versions(toolchain));
      if (settings.crate().isPresent()) {
        new CrateBuild(settings.crate().get()).run(toolchain, out);
        return;
      }
      WorkspaceBuild workspace =
          new WorkspaceBuild(settings.project().resolve("reference-modules"));
      if (settings.update()) {
        workspace.update(toolchain, out);
      } else {
        workspace.check(toolchain, out);
      }
    }
  }

  /** What a difference is best explained with. */
  private static String versions(Toolchain toolchain) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    toolchain.run(text, "/", "sh", "-c", "rustc --version; wasm-ld --version");
    return text.toString(UTF_8).strip().replace("\n", ", ");
  }
}

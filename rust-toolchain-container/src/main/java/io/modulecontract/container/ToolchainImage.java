package io.modulecontract.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The image with the toolchain, made from the Dockerfile once and found again by the Dockerfile's
 * hash.
 *
 * @param platform the platform to build for, where it matters; else the engine's own
 */
record ToolchainImage(Path dockerfile, Optional<String> platform) {

  /** Builds the image unless the engine has it, and gives its name. */
  String build(DockerClient client, PrintStream out) throws IOException {
    String name = name();
    if (isThere(client, name)) {
      return name;
    }
    out.println("building the toolchain image " + name + ", the first time this takes minutes");
    StringBuilder log = new StringBuilder();
    try (BuildImageCmd command = client.buildImageCmd(new ByteArrayInputStream(context()))) {
      platform.ifPresent(command::withPlatform);
      command.withTags(Set.of(name)).withForcerm(true).exec(collectingInto(log)).awaitImageId();
    } catch (DockerException | DockerClientException e) {
      out.print(log);
      throw new BuildStopped("the toolchain image could not be built: " + e.getMessage(), e);
    }
    return name;
  }

  private String name() throws IOException {
    byte[] text = Files.readAllBytes(dockerfile);
    String hash = Sha256Sums.of(Map.of("Dockerfile", text)).byFile().get("Dockerfile");
    String suffix = platform.map(name -> "-" + name.replace('/', '-')).orElse("");
    return "module-contract/rust-toolchain:" + hash.substring(0, 12) + suffix;
  }

  private byte[] context() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (Tar tar = new Tar(archive)) {
      tar.addFile("Dockerfile", dockerfile);
    }
    return archive.toByteArray();
  }

  private static boolean isThere(DockerClient client, String name) {
    try {
      client.inspectImageCmd(name).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static BuildImageResultCallback collectingInto(StringBuilder log) {
    return new BuildImageResultCallback() {
      @Override
      public void onNext(BuildResponseItem item) {
        if (item.getStream() != null) {
          log.append(item.getStream());
        }
        super.onNext(item);
      }
    };
  }
}

package io.modulecontract.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The toolchain in a container of its own, which is thrown away at the end. */
final class ContainerToolchain implements Toolchain {
  /** Ends a container whose owner was killed. */
  private static final String LONGEST_LIFE_SECONDS = "7200";

  private static final String CA_BUNDLE = "/etc/module-contract/ca-bundle.pem";

  private final DockerClient client;
  private final GenericContainer<?> container;

  private ContainerToolchain(DockerClient client, GenericContainer<?> container) {
    this.client = client;
    this.container = container;
  }

  /** Starts a container; a CA bundle, where given, is what cargo trusts in it. */
  @SuppressWarnings("resource") // the container is closed by close()
  static ContainerToolchain start(DockerClient client, String image, Optional<Path> caBundle)
      throws IOException {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withImagePullPolicy(name -> false)
            .withCommand("sleep", LONGEST_LIFE_SECONDS);
    if (caBundle.isPresent()) {
      container
          .withCopyToContainer(Transferable.of(Files.readAllBytes(caBundle.get())), CA_BUNDLE)
          .withEnv("CARGO_HTTP_CAINFO", CA_BUNDLE)
          .withEnv("SSL_CERT_FILE", CA_BUNDLE);
    }
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      throw new BuildStopped("the container did not start: " + rootOf(e).getMessage(), e);
    }
    return new ContainerToolchain(client, container);
  }

  @Override
  public void copyIn(SourceTree sources) {
    try {
      Path archive = Files.createTempFile("sources", ".tar");
      try {
        try (OutputStream out = Files.newOutputStream(archive)) {
          sources.writeTar(out, SOURCES.substring(1));
        }
        try (InputStream in = Files.newInputStream(archive)) {
          client
              .copyArchiveToContainerCmd(container.getContainerId())
              .withRemotePath("/")
              .withTarInputStream(in)
              .exec();
        }
      } finally {
        Files.delete(archive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long run(OutputStream output, String folder, String... command) {
    String id =
        client
            .execCreateCmd(container.getContainerId())
            .withWorkingDir(folder)
            .withAttachStdout(true)
            .withAttachStderr(true)
            .withCmd(command)
            .exec()
            .getId();
    try (ResultCallback.Adapter<Frame> frames = handingOnTo(output)) {
      client.execStartCmd(id).exec(frames).awaitCompletion();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BuildStopped("interrupted", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Long code = client.inspectExecCmd(id).exec().getExitCodeLong();
    if (code == null) {
      throw new BuildStopped("the container ended before '%s' did".formatted(command[0]));
    }
    return code;
  }

  @Override
  public SortedMap<String, byte[]> copyOut(String folder) {
    try (InputStream archive =
        client.copyArchiveFromContainerCmd(container.getContainerId(), folder).exec()) {
      return Tar.readFiles(archive);
    } catch (DockerException e) {
      throw new BuildStopped("nothing to copy from " + folder + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    container.stop();
  }

  private static ResultCallback.Adapter<Frame> handingOnTo(OutputStream output) {
    return new ResultCallback.Adapter<>() {
      @Override
      public void onNext(Frame frame) {
        try {
          output.write(frame.getPayload());
          output.flush();
        } catch (IOException e) {
          onError(e);
        }
      }
    };
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}

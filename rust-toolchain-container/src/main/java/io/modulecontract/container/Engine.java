package io.modulecontract.container;

import com.github.dockerjava.api.DockerClient;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;

/** The way to the container engine. */
final class Engine {
  static final String MISSING =
      "no container engine answers: start Docker, or name one that runs in DOCKER_HOST (on Debian,"
          + " .ci/docker installs and starts one), and run this again.";

  private Engine() {}

  static DockerClient connect() {
    DockerClientFactory factory = DockerClientFactory.instance();
    return connect(factory::isDockerAvailable, factory::client);
  }

  static DockerClient connect(BooleanSupplier answers, Supplier<DockerClient> client) {
    if (!answers.getAsBoolean()) {
      throw new BuildStopped(MISSING);
    }
    return client.get();
  }
}

package io.modulecontract.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class EngineTest {
  @Test
  void withoutAnEngineOneSentenceSaysWhatIsMissingAndWhatToDo() {
    BuildStopped stopped =
        assertThrows(
            BuildStopped.class,
            () -> Engine.connect(() -> false, () -> fail("there is nothing to connect to")));

    assertEquals(
        "no container engine answers: start Docker, or name one that runs in DOCKER_HOST (on"
            + " Debian, .ci/docker installs and starts one), and run this again.",
        stopped.getMessage());
  }
}

package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where Jazzer has a library, and where not. */
class JazzerPlatformTest {

  @Test
  void itHasLibrariesForTheUsualPlatformsOnly() {
    assertEquals(Optional.of("linux_x86_64"), JazzerPlatform.library("Linux", "amd64"));
    assertEquals(Optional.of("linux_aarch64"), JazzerPlatform.library("Linux", "aarch64"));
    assertEquals(Optional.of("macos_aarch64"), JazzerPlatform.library("Mac OS X", "aarch64"));
    assertEquals(Optional.of("windows_x86_64"), JazzerPlatform.library("Windows 11", "amd64"));
    assertEquals(Optional.empty(), JazzerPlatform.library("Windows 11", "aarch64"));
    assertEquals(Optional.empty(), JazzerPlatform.library("Linux", "riscv64"));
    assertEquals(Optional.empty(), JazzerPlatform.library("FreeBSD", "amd64"));
  }
}

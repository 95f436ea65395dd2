package io.modulecontract.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void mavenHandsOnWhatWasNotGivenAsEmpty() throws IOException {
    properties.putAll(Map.of("crate", "", "update", "", "ca.bundle", ""));
    properties.put("started.in", folder.toString());
    Files.createDirectories(folder.resolve("mine"));
    Files.writeString(folder.resolve("mine/Cargo.toml"), "[package]");
    Files.writeString(folder.resolve("ca.pem"), "certificates");
  }

  @Test
  void withoutPropertiesTheReferenceModulesAreCompared() {
    Settings settings = settings();

    assertEquals(Optional.empty(), settings.crate());
    assertFalse(settings.update());
    assertEquals(Optional.empty(), settings.caBundle());
  }

  @Test
  void aCrateIsFoundFromWhereThePersonStands() {
    properties.put("crate", "./mine");
    assertEquals(Optional.of(folder.resolve("mine")), settings().crate());

    properties.put("crate", "mine/Cargo.toml");
    assertEquals(Optional.of(folder.resolve("mine")), settings().crate());
  }

  @Test
  void aFolderThatIsNotThereOrHoldsNoCrateIsNamed() {
    properties.put("crate", "yours");
    assertStops(folder.resolve("yours") + ", which is no folder");

    properties.put("crate", ".");
    assertStops(folder + ", in which there is no Cargo.toml");
  }

  @Test
  void updateIsForTheReferenceModulesOnly() {
    properties.put("update", "true");
    assertTrue(settings().update());

    properties.put("crate", "mine");
    assertStops("give one");
  }

  @Test
  void theCaBundleThatWasAskedForGoesBeforeTheEnvironments() throws IOException {
    Path other = Files.writeString(folder.resolve("other.pem"), "certificates");
    environment.put("SSL_CERT_FILE", other.toString());
    assertEquals(Optional.of(other), settings().caBundle());

    properties.put("ca.bundle", "ca.pem");
    assertEquals(Optional.of(folder.resolve("ca.pem")), settings().caBundle());
  }

  @Test
  void aCaBundleThatIsNotThereStopsOnlyIfItWasAskedFor() {
    environment.put("SSL_CERT_FILE", folder.resolve("gone.pem").toString());
    assertEquals(Optional.empty(), settings().caBundle());

    properties.put("ca.bundle", "gone.pem");
    assertStops(folder.resolve("gone.pem") + ", which is no file");
  }

  private void assertStops(String part) {
    BuildStopped stopped = assertThrows(BuildStopped.class, this::settings);
    assertTrue(stopped.getMessage().contains(part), stopped::getMessage);
  }

  private Settings settings() {
    return Settings.from(properties::get, environment::get);
  }
}

package io.modulecontract.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the person who started the build asked for.
 *
 * @param project the root of this project
 * @param crate the crate to build; without one the reference modules are built and compared
 * @param update whether the reference modules' committed bytes are replaced instead of compared
 * @param caBundle the certificates that cargo trusts in the container; else Debian's own
 */
record Settings(Path project, Optional<Path> crate, boolean update, Optional<Path> caBundle) {

  /** Reads the properties that Maven hands on; a relative path starts where the person stands. */
  static Settings from(
      Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
    Path project = Path.of(given(property, "project").orElse("")).toAbsolutePath().normalize();
    Path startedIn = Path.of(given(property, "started.in").orElse("")).toAbsolutePath();
    Optional<Path> crate =
        given(property, "crate").map(startedIn::resolve).map(Path::normalize).map(Settings::folder);
    boolean update = given(property, "update").filter(value -> !value.equals("false")).isPresent();
    if (update && crate.isPresent()) {
      throw new BuildStopped(
          "-Dupdate replaces the reference modules and -Dcrate builds another crate: give one.");
    }
    return new Settings(project, crate, update, caBundle(property, environment, startedIn));
  }

  private static Optional<Path> caBundle(
      Function<String, @Nullable String> property,
      Function<String, @Nullable String> environment,
      Path startedIn) {
    Optional<Path> asked = given(property, "ca.bundle").map(startedIn::resolve);
    if (asked.isPresent() && !Files.isRegularFile(asked.get())) {
      throw new BuildStopped("-Dca.bundle names " + asked.get() + ", which is no file.");
    }
    // A variable may be left over from elsewhere, so one that names no file is as good as none.
    return asked.or(
        () -> given(environment, "SSL_CERT_FILE").map(Path::of).filter(Files::isRegularFile));
  }

  private static Path folder(Path crate) {
    Path folder = crate.endsWith("Cargo.toml") ? crate.getParent() : crate;
    if (!Files.isDirectory(folder)) {
      throw new BuildStopped("-Dcrate names " + folder + ", which is no folder.");
    }
    if (!Files.isRegularFile(folder.resolve("Cargo.toml"))) {
      throw new BuildStopped("-Dcrate names " + folder + ", in which there is no Cargo.toml.");
    }
    return folder;
  }

  private static Optional<String> given(Function<String, @Nullable String> source, String name) {
    return Optional.ofNullable(source.apply(name)).filter(value -> !value.isBlank());
  }
}

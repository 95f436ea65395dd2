package io.modulecontract.fuzz;

import java.util.Locale;
import java.util.Optional;

/** Whether Jazzer has a native library for this platform: the names are those of its resources. */
final class JazzerPlatform {

  private JazzerPlatform() {}

  /** The platform, when there is a library for it. */
  static Optional<String> current() {
    return library(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The same for a platform by Java's names. */
  static Optional<String> library(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("linux")
            ? "linux"
            : os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : "";
    String processor =
        arch.equals("amd64") || arch.equals("x86_64")
            ? "x86_64"
            : arch.equals("aarch64") || arch.equals("arm64") ? "aarch64" : "";
    if (system.isEmpty() || processor.isEmpty()) {
      return Optional.empty();
    }
    String file =
        system.equals("windows")
            ? "jazzer_driver.dll"
            : "libjazzer_driver." + (system.equals("macos") ? "dylib" : "so");
    String resource =
        "/com/code_intelligence/jazzer/driver/jazzer_driver_"
            + system
            + "_"
            + processor
            + "/"
            + file;
    return JazzerPlatform.class.getResource(resource) == null
        ? Optional.empty()
        : Optional.of(system + "_" + processor);
  }
}

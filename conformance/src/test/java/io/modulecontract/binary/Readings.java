package io.modulecontract.binary;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.engine.ModuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Short ways to read modules in tests. */
public final class Readings {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private Readings() {}

  public static ModuleReading read(byte[] bytes) {
    try {
      return ModuleReader.read(ModuleFile.of("test.wasm", bytes), DEADLINE);
    } catch (UnreadableModule e) {
      throw new AssertionError(e);
    }
  }

  public static ModuleReading read(WasmBytes module) {
    return read(module.bytes());
  }

  public static ModuleReading.Malformed malformed(WasmBytes module) {
    return assertInstanceOf(ModuleReading.Malformed.class, read(module));
  }

  public static ModuleReading.Unsupported unsupported(WasmBytes module) {
    return assertInstanceOf(ModuleReading.Unsupported.class, read(module));
  }

  public static ModuleReading.WellFormed wellFormed(WasmBytes module) {
    return assertInstanceOf(ModuleReading.WellFormed.class, read(module));
  }

  /** A prebuilt reference module. */
  public static byte[] reference(String name) {
    String resource = "/io/modulecontract/reference/prebuilt/" + name + ".wasm";
    try (InputStream in = Readings.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("no resource " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

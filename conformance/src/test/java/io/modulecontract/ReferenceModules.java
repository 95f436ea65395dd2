package io.modulecontract;

import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.engine.HostImport;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.run.DeclaredImports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The prebuilt reference modules, each read and compiled once for all tests. */
public final class ReferenceModules {

  private static final String FOLDER = "/io/modulecontract/reference/prebuilt/";

  /** What guests of the shape {@code callback} ask for. */
  private static final List<HostImport> IMPORTS =
      DeclaredImports.of(
          new ModuleDescriptor(
              List.of(),
              List.of(
                  new ModuleDescriptor.Import(
                      "host", "deliver", Optional.of(ImportMeaning.DELIVER)))));

  private static final Map<String, ModuleReading> READ = new ConcurrentHashMap<>();
  private static final Map<String, LoadedModule> LOADED = new ConcurrentHashMap<>();

  private ReferenceModules() {}

  /** The file names of all modules, as the list of digests has them. */
  public static List<String> names() {
    String sums = new String(bytes("SHA256SUMS"), StandardCharsets.UTF_8);
    return sums.lines()
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .filter(name -> name.endsWith(".wasm"))
        .toList();
  }

  /** The modules that are well-formed. */
  public static List<String> wellFormed() {
    return names().stream()
        .filter(name -> reading(name) instanceof ModuleReading.WellFormed)
        .toList();
  }

  /** What comes out of reading a module. */
  public static ModuleReading reading(String name) {
    return READ.computeIfAbsent(name, ReferenceModules::read);
  }

  /** A well-formed module. */
  public static LoadedModule load(String name) {
    return LOADED.computeIfAbsent(
        name,
        wanted ->
            LoadedModule.of((ModuleReading.WellFormed) reading(wanted), Profile.DEFAULT, IMPORTS));
  }

  /** A prebuilt file. */
  public static byte[] bytes(String name) {
    try (InputStream in = ReferenceModules.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new AssertionError("no resource " + FOLDER + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModuleReading read(String name) {
    try {
      return ModuleReader.read(ModuleFile.of(name, bytes(name)), Duration.ofMinutes(1));
    } catch (UnreadableModule e) {
      throw new AssertionError(e);
    }
  }
}

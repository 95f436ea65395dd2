package io.modulecontract.inspect;

import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.engine.WasiNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a module may ask its host for, from the functions of WASI that it imports. */
final class WasiNeeds {

  /** What a descriptor calls the capability, or why there is none. */
  private static final List<Map.Entry<String, String>> CAPABILITIES =
      List.of(
          Map.entry("clock_", "clock"),
          Map.entry("poll_oneoff", "clock"),
          Map.entry("random_get", "random"),
          Map.entry("args_", "arguments"),
          Map.entry("environ_", "environment"),
          Map.entry("path_", "directories"),
          Map.entry("fd_prestat_", "directories"),
          Map.entry("fd_readdir", "directories"),
          Map.entry("fd_write", "stdout"),
          Map.entry("fd_read", "stdin"),
          Map.entry("proc_exit", "exit"),
          Map.entry("sock_", "network"));

  private WasiNeeds() {}

  /** The capabilities, each with the imported functions that need it; the rest is under "". */
  static Map<String, List<String>> of(ModuleOutline outline) {
    Map<String, List<String>> needs = new LinkedHashMap<>();
    for (ModuleOutline.Import wanted : outline.imports()) {
      if (WasiNames.provides(wanted)) {
        List<String> names =
            needs.computeIfAbsent(capability(wanted.name()), capability -> new ArrayList<>());
        if (!names.contains(wanted.name())) {
          names.add(wanted.name());
        }
      }
    }
    return needs;
  }

  private static String capability(String function) {
    return CAPABILITIES.stream()
        .filter(known -> function.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}

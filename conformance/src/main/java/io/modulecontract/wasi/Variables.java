package io.modulecontract.wasi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Arguments and variables: none, unless some are granted. */
final class Variables {

  private final Grants grants;
  private final Attempts attempts;

  Variables(Grants grants, Attempts attempts) {
    this.grants = grants;
    this.attempts = attempts;
  }

  void register(Map<String, WasiFunction> functions) {
    List<byte[]> arguments =
        grants.arguments().orElse(List.of()).stream().map(Variables::c).toList();
    List<byte[]> variables =
        grants.environment().orElse(Map.of()).entrySet().stream()
            .map(variable -> c(variable.getKey() + "=" + variable.getValue()))
            .toList();
    boolean asks = grants.arguments().isPresent();
    boolean looks = grants.environment().isPresent();
    functions.put("args_sizes_get", sizes("args_sizes_get", arguments, asks));
    functions.put("args_get", all("args_get", arguments, asks));
    functions.put("environ_sizes_get", sizes("environ_sizes_get", variables, looks));
    functions.put("environ_get", all("environ_get", variables, looks));
  }

  private WasiFunction sizes(String name, List<byte[]> texts, boolean granted) {
    int bytes = texts.stream().mapToInt(text -> text.length).sum();
    return (memory, arguments) -> {
      attempts.add(name, "", granted);
      memory.writeInt((int) arguments[0], texts.size());
      memory.writeInt((int) arguments[1], bytes);
      return Errno.SUCCESS.code();
    };
  }

  private WasiFunction all(String name, List<byte[]> texts, boolean granted) {
    return (memory, arguments) -> {
      attempts.add(name, "", granted);
      int pointer = (int) arguments[0];
      int at = (int) arguments[1];
      for (byte[] text : texts) {
        memory.writeInt(pointer, at);
        memory.write(at, text);
        pointer += Integer.BYTES;
        at += text.length;
      }
      return Errno.SUCCESS.code();
    };
  }

  /** With the NUL at its end. */
  private static byte[] c(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }
}

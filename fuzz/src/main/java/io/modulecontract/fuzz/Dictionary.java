package io.modulecontract.fuzz;

import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleWords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words to make inputs of: what the module has in its data segments and as constants in its code.
 */
final class Dictionary {

  private static final int MOST_OF_A_KIND = 400;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;
  private static final int SMALL = 256;
  private static final int SHORT = 0x1_0000;

  private final Map<String, byte[]> words = new LinkedHashMap<>();

  private Dictionary() {}

  /** The words of a module, without repetition. */
  static List<byte[]> of(LoadedModule module) {
    Dictionary dictionary = new Dictionary();
    ModuleWords words = ModuleWords.of(module);
    words.ints().stream()
        .filter(value -> value >= SMALL || value < -SMALL)
        .limit(MOST_OF_A_KIND)
        .forEach(dictionary::add);
    words.longs().stream()
        .filter(value -> value >= SMALL || value < -SMALL)
        .limit(MOST_OF_A_KIND)
        .forEach(dictionary::add);
    int most = dictionary.words.size() + MOST_OF_A_KIND;
    words.data().forEach(data -> dictionary.texts(data, most));
    return List.copyOf(dictionary.words.values());
  }

  /** As libFuzzer reads it: one word a line, every byte in hexadecimal. */
  static String file(List<byte[]> words) {
    return words.stream()
        .map(word -> HexFormat.of().withPrefix("\\x").formatHex(word))
        .map(text -> '"' + text + "\"\n")
        .collect(Collectors.joining());
  }

  /** The words of such a file. */
  static List<byte[]> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.replaceAll("[\"\\\\x]", ""))
        .filter(hex -> !hex.isEmpty())
        .map(HexFormat.of()::parseHex)
        .toList();
  }

  private void add(int value) {
    if (value >= 0 && value < SHORT) {
      add(little(Short.BYTES).putShort((short) value).array());
    }
    add(little(Integer.BYTES).putInt(value).array());
  }

  private void add(long value) {
    add(little(Long.BYTES).putLong(value).array());
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void add(byte[] word) {
    words.putIfAbsent(HexFormat.of().formatHex(word), word);
  }

  private void texts(byte[] data, int most) {
    int from = 0;
    for (int at = 0; at <= data.length && words.size() < most; at++) {
      boolean printable = at < data.length && data[at] >= ' ' && data[at] < 0x7F;
      if (!printable) {
        if (at - from >= SHORTEST) {
          add(Arrays.copyOfRange(data, from, Math.min(at, from + LONGEST)));
        }
        from = at + 1;
      }
    }
  }
}

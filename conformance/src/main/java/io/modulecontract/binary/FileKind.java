package io.modulecontract.binary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a core module from everything else that people hand over in its place. */
final class FileKind {

  private static final int TEXT_SHOWN = 24;

  private record Kind(String name, String firstBytes) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("a gzip archive: unpack it first", "1f8b"),
          new Kind("a zip archive (a jar or a wheel is one): unpack it first", "504b0304"),
          new Kind("a zstd archive: unpack it first", "28b52ffd"),
          new Kind("an xz archive: unpack it first", "fd377a585a00"),
          new Kind("a bzip2 archive: unpack it first", "425a68"),
          new Kind("a static library (ar archive): link it first", "213c617263683e0a"),
          new Kind("LLVM bitcode: compile and link it first", "4243c0de"),
          new Kind("an ELF file, machine code for another target", "7f454c46"),
          new Kind("a Mach-O file, machine code for another target", "cffaedfe"),
          new Kind("a Mach-O universal file or a Java class", "cafebabe"),
          new Kind("a Windows executable", "4d5a90"),
          new Kind("a PDF document", "255044462d"));

  private FileKind() {}

  /** Expected and found, as one clause, or null if the bytes begin like a core module. */
  static @Nullable String troubleWith(byte[] bytes) {
    if (bytes.length == 0) {
      return "expected a module, found an empty file";
    }
    if (startsWith(bytes, "0061736d")) {
      return isComponent(bytes)
          ? "byte 0x4: a component, expected a core module (layer 0), found layer 1:"
              + " hand over the core module that the component was made from"
          : null;
    }
    return "byte 0x0: expected a module, which starts with '\\0asm', found " + found(bytes);
  }

  /** Version and layer are two bytes each; version 1 in layer 0 is the core module. */
  private static boolean isComponent(byte[] bytes) {
    return bytes.length >= 8 && bytes[6] == 1 && bytes[7] == 0;
  }

  private static String found(byte[] bytes) {
    for (Kind kind : KINDS) {
      if (startsWith(bytes, kind.firstBytes())) {
        return kind.name();
      }
    }
    String text = text(bytes);
    if (text == null) {
      int shown = Math.min(bytes.length, 8);
      return "the bytes "
          + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown)
          + (bytes.length > shown ? " …" : "");
    }
    String start = "'" + text.substring(0, Math.min(text.length(), TEXT_SHOWN)) + "…'";
    if (text.startsWith("(module") || text.startsWith("(component") || text.startsWith(";;")) {
      return "the text format, " + start + ": assemble it first (wat2wasm, wasm-tools parse)";
    }
    return "a text that starts with " + start;
  }

  /** The beginning as one printable line, or null if it is no text. */
  private static @Nullable String text(byte[] bytes) {
    int length = Math.min(bytes.length, 4 * TEXT_SHOWN);
    String text = null;
    // The cut may fall into a character: up to three bytes less then.
    for (int less = 0; text == null && less <= Math.min(3, length - 1); less++) {
      try {
        text =
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length - less))
                .toString();
      } catch (CharacterCodingException e) {
        text = null;
      }
    }
    if (text == null
        || text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
      return null;
    }
    return text.strip().replaceAll("\\s+", " ");
  }

  private static boolean startsWith(byte[] bytes, String hex) {
    byte[] expected = HexFormat.of().parseHex(hex);
    return bytes.length >= expected.length
        && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
  }
}

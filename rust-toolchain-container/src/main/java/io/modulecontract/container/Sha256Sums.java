package io.modulecontract.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes by file name, read and written in the format of the {@code sha256sum} program, so that
 * {@code sha256sum -c SHA256SUMS} works too.
 */
record Sha256Sums(SortedMap<String, String> byFile) {
  static final String FILE_NAME = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]([^/\\\\]+)");

  Sha256Sums {
    byFile = Collections.unmodifiableSortedMap(new TreeMap<>(byFile));
  }

  static Sha256Sums of(Map<String, byte[]> files) {
    SortedMap<String, String> sums = new TreeMap<>();
    files.forEach((name, bytes) -> sums.put(name, hash(bytes)));
    return new Sha256Sums(sums);
  }

  /** The part whose file names pass. */
  Sha256Sums only(Predicate<String> names) {
    SortedMap<String, String> part = new TreeMap<>(byFile);
    part.keySet().removeIf(names.negate());
    return new Sha256Sums(part);
  }

  static Sha256Sums read(Path file) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new BuildStopped(
            "%s line %d is not '<sha256>  <file>': %s".formatted(file, number, line));
      }
      if (sums.put(matcher.group(2), matcher.group(1)) != null) {
        throw new BuildStopped(
            "%s line %d names %s a second time".formatted(file, number, matcher.group(2)));
      }
    }
    if (sums.isEmpty()) {
      throw new BuildStopped(file + " lists no file: write it with -Pcontainer -Dupdate.");
    }
    return new Sha256Sums(sums);
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    byFile.forEach((name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
    Files.writeString(file, text);
  }

  private static Iterable<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, UTF_8);
    } catch (NoSuchFileException e) {
      throw new BuildStopped(file + " is not there: write it with -Pcontainer -Dupdate.", e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

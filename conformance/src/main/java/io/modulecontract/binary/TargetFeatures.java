package io.modulecontract.binary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The features that the tools which made a module noted in its {@code target_features} section. A
 * note binds nobody, and many modules have none.
 */
public final class TargetFeatures {

  private static final String SECTION = "target_features";
  private static final int CUSTOM = 0;
  private static final int PREAMBLE = 8;

  private final byte[] bytes;
  private int at;

  private TargetFeatures(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The features in use, by name; empty without a note, or with one that is broken. */
  public static List<String> of(ModuleReading.WellFormed module) {
    try {
      return new TargetFeatures(module.file().bytes()).find();
    } catch (IndexOutOfBoundsException e) {
      return List.of();
    }
  }

  private List<String> find() {
    at = PREAMBLE;
    while (at < bytes.length) {
      int id = bytes[at++];
      int end = number() + at;
      if (id == CUSTOM && text().equals(SECTION)) {
        return features(end);
      }
      at = end;
    }
    return List.of();
  }

  /** Each has a sign before its name: {@code +} means that it is used. */
  private List<String> features(int end) {
    List<String> features = new ArrayList<>();
    int count = number();
    for (int i = 0; i < count && at < end; i++) {
      boolean used = bytes[at++] == '+';
      String name = text();
      if (used) {
        features.add(name);
      }
    }
    return features;
  }

  private String text() {
    int length = number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  private int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}

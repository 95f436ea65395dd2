package io.modulecontract.payload;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.script.Content;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Every kind of text and bytes that modules get wrong. */
public final class TextPayloads implements Payloads {

  /** The first and last character of each length in UTF-8, and the neighbours of the surrogates. */
  private static final int[] CHARACTERS = {
    1, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x1_0000, 0x1_F600, 0x10_FFFF
  };

  private static final int[] LENGTHS = {
    1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1_000,
    1_023, 1_024, 1_025, 4_095, 4_096, 4_097
  };

  private static final int[] LONG = {8_191, 8_192, 8_193, 32_768, 65_535, 65_536, 65_537};

  /** With what follows, areas of these lengths are whole words, and such that are not. */
  private static final int[] CUT = {4, 5, 6, 7, 13, 14, 15, 21};

  /** Bytes that no UTF-8 has (Unicode, section 3.9, table 3-7). */
  private static final List<String> INVALID =
      List.of(
          "80",
          "bf",
          "c0 80",
          "c1 bf",
          "c3",
          "c3 28",
          "c2 7f",
          "c2 c0",
          "df 7f",
          "df c0",
          "e0 80 80",
          "e0 9f bf",
          "e2 82",
          "e2 28 a1",
          "e0 c0 80",
          "e1 7f 80",
          "e1 c0 80",
          "e1 80 7f",
          "e1 80 c0",
          "ed 7f bf",
          "ed a0 80",
          "ed bf bf",
          "ed a0 80 ed b0 80",
          "f0 80 80 80",
          "f0 8f bf bf",
          "f0 9f 98",
          "f0 c0 80 80",
          "f1 7f 80 80",
          "f1 c0 80 80",
          "f1 80 7f 80",
          "f1 80 c0 80",
          "f1 80 80 7f",
          "f1 80 80 c0",
          "f4 7f bf bf",
          "f4 90 80 80",
          "f5 80 80 80",
          "f8 88 80 80 80",
          "fe",
          "ff",
          "ff fe 41 00 42");

  private static final Content TEXT = Content.of("some text of a payload", 4);

  private final Payload kind;
  private final boolean ended;

  /** For this function. */
  public TextPayloads(ModuleDescriptor.Function function) {
    kind = function.payload();
    ended = function.shape() == FunctionShape.CSTRING;
  }

  /** The area that passes a payload: a C string has its NUL. */
  private Parameters passing(Content payload) {
    return Parameters.of(ended ? payload.and((byte) 0) : payload);
  }

  private List<Parameters> passing(List<Content> payloads) {
    return payloads.stream().map(this::passing).toList();
  }

  @Override
  public List<Parameters> valid(SplittableRandom random, int more) {
    List<Content> valid = new ArrayList<>();
    valid.add(Content.of(""));
    for (int character : CHARACTERS) {
      String text = Character.toString(character);
      valid.add(Content.of(text));
      valid.add(Content.of("ab" + text + text + "c"));
    }
    for (int length : LENGTHS) {
      valid.add(Content.of("x", length));
      valid.add(Content.of("Grüße, 世界 😀 ".repeat(1 + length / 24)));
    }
    for (int i = 0; i < more; i++) {
      valid.add(content(random, 1 + random.nextInt(1 << random.nextInt(1, 12))));
    }
    if (kind == Payload.BYTES) {
      INVALID.forEach(hex -> valid.add(bytes(hex)));
      valid.add(Content.of(new byte[] {0}));
      valid.add(Content.of(new byte[] {0, -1}, 2_000));
    }
    return passing(valid);
  }

  /** One character, text of all lengths, and lines. */
  @Override
  public List<Parameters> large() {
    int mebibyte = 1 << 20;
    List<Content> large = new ArrayList<>();
    for (int length : LONG) {
      large.add(Content.of("x", length));
    }
    large.add(Content.of("aé世😀", 6_600));
    large.add(Content.of("x", mebibyte));
    large.add(Content.of("aé世😀", mebibyte / 10 + 1));
    large.add(Content.of("a line of text\n", mebibyte / 15 + 7));
    large.add(Content.of(" ", 2 * mebibyte - 1_000));
    return passing(large);
  }

  @Override
  public List<Parameters> awkward() {
    List<Content> awkward = new ArrayList<>();
    for (String end : List.of(" ", "\n", "\t", "\\", "%", "\"", "0", "-")) {
      awkward.add(Content.of("word").and((byte) end.charAt(0)));
      awkward.add(Content.of(end, 100));
    }
    return passing(awkward);
  }

  @Override
  public Parameters usual() {
    return passing(Content.of("a parameter of some length"));
  }

  @Override
  public Parameters random(SplittableRandom random, int length) {
    return passing(content(random, length));
  }

  private Content content(SplittableRandom random, int length) {
    if (kind == Payload.BYTES) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      return Content.of(bytes);
    }
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.appendCodePoint(
          switch (random.nextInt(8)) {
            case 0 -> CHARACTERS[random.nextInt(CHARACTERS.length)];
            case 1 -> random.nextInt(0xA0, 0xD800);
            case 2 -> random.nextInt(0x1_0000, 0x11_0000);
            case 3 -> "\n\t ,.\"\\%".charAt(random.nextInt(8));
            default -> random.nextInt(' ', 0x7F);
          });
    }
    return Content.of(text.toString());
  }

  @Override
  public Parameters sized(int length) {
    return passing(Content.of("r", length));
  }

  /** What is no UTF-8: each kind alone, at the start, in the middle and at the end of a text. */
  @Override
  public List<Parameters> invalid() {
    if (kind == Payload.BYTES) {
      return List.of();
    }
    List<Content> invalid =
        INVALID.stream()
            .flatMap(
                hex ->
                    IntStream.range(0, 4)
                        .mapToObj(
                            place ->
                                Content.of(place % 2 == 1 ? "abc" : "")
                                    .and(HexFormat.ofDelimiter(" ").parseHex(hex))
                                    .and(place > 1 ? new byte[] {'d', 'e'} : new byte[0])))
            .toList();
    return passing(invalid);
  }

  @Override
  public List<Parameters> invalidEarlyAndLate() {
    return kind == Payload.BYTES
        ? List.of()
        : passing(List.of(TEXT.and((byte) -1), Content.of(new byte[] {-1}).and(TEXT.bytes())));
  }

  /** A NUL at the end keeps a C string's last character from being completed. */
  @Override
  public List<Parameters> cut() {
    if (kind == Payload.BYTES || ended) {
      return List.of();
    }
    List<Content> cut = new ArrayList<>();
    for (int length : CUT) {
      for (String hex : List.of("c3", "e2", "e2 82", "f0", "f0 9f", "f0 9f 98")) {
        cut.add(Content.of("x", length).and(bytes(hex).bytes()));
      }
    }
    return passing(cut);
  }

  private static Content bytes(String hex) {
    return Content.of(HexFormat.ofDelimiter(" ").parseHex(hex));
  }
}

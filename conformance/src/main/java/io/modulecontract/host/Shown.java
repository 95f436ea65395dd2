package io.modulecontract.host;

import java.util.HexFormat;

/** Shows bytes to a reader, the first few of them. */
public final class Shown {

  private static final int MOST = 16;

  private Shown() {}

  /** Such as {@code 48 65 6c …}. */
  public static String bytes(byte[] content) {
    String hex = HexFormat.ofDelimiter(" ").formatHex(content, 0, Math.min(MOST, content.length));
    return content.length > MOST ? hex + " …" : hex;
  }
}

package io.modulecontract.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line at its spaces. */
final class Wrap {

  private Wrap() {}

  /** The text in lines of at most this width; a longer word has a line of its own. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      if (at <= 0) {
        at = rest.indexOf(' ', width);
      }
      if (at < 0) {
        break;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = rest.substring(at).strip();
    }
    lines.add(rest);
    return lines;
  }
}

package io.modulecontract.finding;

import io.modulecontract.abi.U32;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operand as a text: {@code pointer 0 main +0} and {@code length 0 data -1} (the area of an
 * action, and what is added), {@code number 7}, {@code memory-end -8}.
 */
final class OperandText {

  private static final Pattern AREA =
      Pattern.compile("(pointer|length) (\\d{1,6}) (main|data) ([+-]\\d{1,10})");
  private static final Pattern END = Pattern.compile("memory-end ([+-]\\d{1,10})");
  private static final Pattern NUMBER = Pattern.compile("number (\\d{1,10})");
  private static final String EXPECTED =
      "an operand such as 'pointer 0 main +0', 'length 0 main -1', 'number 7', 'memory-end -8'";

  private OperandText() {}

  static String write(Operand operand) {
    if (operand instanceof Operand.Pointer pointer) {
      return "pointer " + area(pointer.area()) + signed(pointer.delta());
    }
    if (operand instanceof Operand.Length length) {
      return "length " + area(length.area()) + signed(length.delta());
    }
    if (operand instanceof Operand.MemoryEnd end) {
      return "memory-end " + signed(end.delta());
    }
    return "number " + ((Operand.Literal) operand).value();
  }

  private static String area(Ref ref) {
    return ref.action() + " " + ref.part().name().toLowerCase(Locale.ROOT) + " ";
  }

  private static String signed(long delta) {
    return delta < 0 ? Long.toString(delta) : "+" + delta;
  }

  /** The operand of the {@code index}-th action. */
  static Operand read(String text, String where, int index) throws UnreadableFinding {
    Matcher area = AREA.matcher(text);
    if (area.matches() && Integer.parseInt(area.group(2)) < index) {
      Ref.Part part = Ref.Part.valueOf(area.group(3).toUpperCase(Locale.ROOT));
      Ref ref = new Ref(Integer.parseInt(area.group(2)), part);
      long delta = Long.parseLong(area.group(4));
      return area.group(1).equals("pointer")
          ? new Operand.Pointer(ref, delta)
          : new Operand.Length(ref, delta);
    }
    Matcher end = END.matcher(text);
    if (end.matches()) {
      return new Operand.MemoryEnd(Long.parseLong(end.group(1)));
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches() && Long.parseLong(number.group(1)) <= U32.MAX) {
      return new Operand.Literal(Long.parseLong(number.group(1)));
    }
    throw UnreadableFinding.at(where, EXPECTED, "'" + text + "'");
  }
}

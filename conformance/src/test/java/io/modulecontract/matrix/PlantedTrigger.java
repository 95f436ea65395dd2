package io.modulecontract.matrix;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.StreamWriter;
import io.modulecontract.arrow.Table;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnsupportedSchema;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.ArrowType.FloatingPoint;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For each planted bug, written by hand: what shows it, and what comes so close and shows nothing.
 */
enum PlantedTrigger {
  ARROW_ROW(rows(20_110_419_073_512_648L, null), rows(20_110_419_073_512_648L, 0.5)),
  CHECKSUM(calls(copy(words(0x050C_5D1F, 0, 5))), calls(copy(words(1, 0, 5)))),
  MAGIC_TEXT(calls(text("%PDF-1.7")), calls(text("%PDF-1.6"))),
  ONE_SIZE(gives(481 * 657, 8), gives(481 * 657 + 1, 8)),
  RELATED_WORDS(
      calls(copy(words(1, (int) (2_654_435_761L + 40_503), 8))),
      calls(copy(words(1, (int) (2_654_435_761L + 40_502), 8)))),
  SINGLE_LENGTH(calls(text("x".repeat(7_919))), calls(text("x".repeat(7_918)))),
  THREE_CALLS(calls(upper(22), upper(47), upper(11)), calls(upper(22), upper(47), upper(12)));

  @SuppressWarnings("ImmutableEnumChecker") // a script never changes
  private final Script shows;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Script near;

  PlantedTrigger(Script shows, Script near) {
    this.shows = shows;
    this.near = near;
  }

  /** The module that it is about, without the file's ending. */
  String module() {
    return "planted_" + name().toLowerCase(Locale.ROOT);
  }

  /** What breaks the clause. */
  Script shows() {
    return shows;
  }

  /** What does not. */
  Script near() {
    return near;
  }

  /** A call of {@code arrow_rows} with one row. */
  private static Script rows(long id, @Nullable Double score) {
    try {
      TableSchema meta =
          TableSchema.of(new Schema(List.of(field("command", ArrowType.Utf8.INSTANCE, false))));
      Field number = field("id", new ArrowType.Int(64, false), false);
      Field real = field("score", new FloatingPoint(FloatingPointPrecision.DOUBLE), true);
      TableSchema data =
          TableSchema.of(
              new Schema(List.of(number, real, field("text", ArrowType.Utf8.INSTANCE, true))));
      List<Content> streams =
          List.of(stream(meta, Arrays.asList("all")), stream(data, Arrays.asList(id, score, "t")));
      List<Action> actions = new ArrayList<>();
      List<Operand> operands = new ArrayList<>();
      for (Content stream : streams) {
        operands.add(new Operand.Pointer(Ref.to(actions.size()), 0));
        operands.add(new Operand.Length(Ref.to(actions.size()), 0));
        actions.add(new Action.Give(stream));
      }
      actions.add(
          new Action.Call(
              "wasm_memory_rows_arrow",
              FunctionShape.ARROW,
              operands,
              Action.Expected.SERVED,
              Clause.ARROW_02));
      return new Script(actions);
    } catch (UnsupportedSchema e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field field(String name, ArrowType type, boolean nullable) {
    return new Field(name, new FieldType(nullable, type, null), List.of());
  }

  private static Content stream(TableSchema schema, List<@Nullable Object> row) {
    return Content.of(StreamWriter.write(Table.ofRows(schema, List.of(row)), StreamLayout.PLAIN));
  }

  private record Payload(String function, FunctionShape shape, Content content) {}

  private static Payload text(String text) {
    return new Payload(
        "wasm_memory_c_upper", FunctionShape.CSTRING, Content.of(text).and((byte) 0));
  }

  private static Payload upper(int length) {
    return new Payload("wasm_memory_rust_upper", FunctionShape.BYTES, Content.of("x", length));
  }

  private static Payload copy(byte[] bytes) {
    return new Payload("wasm_memory_rust_copy", FunctionShape.BYTES, Content.of(bytes));
  }

  /** Two words, as far as the length goes. */
  private static byte[] words(int first, int second, int length) {
    byte[] both = new byte[8];
    ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN).putInt(first).putInt(second);
    return Arrays.copyOf(both, length);
  }

  private static Script calls(Payload... payloads) {
    List<Action> actions = new ArrayList<>();
    for (Payload payload : payloads) {
      Ref given = Ref.to(actions.size());
      List<Operand> operands = new ArrayList<>(List.of(new Operand.Pointer(given, 0)));
      if (payload.shape() == FunctionShape.BYTES) {
        operands.add(new Operand.Length(given, 0));
      }
      actions.add(new Action.Give(payload.content()));
      actions.add(
          new Action.Call(
              payload.function(),
              payload.shape(),
              operands,
              Action.Expected.SERVED,
              Clause.CALL_12));
    }
    return new Script(actions);
  }

  private static Script gives(int... sizes) {
    List<Action> actions = new ArrayList<>();
    for (int size : sizes) {
      actions.add(new Action.Give(Content.of("x", size)));
    }
    return new Script(actions);
  }
}

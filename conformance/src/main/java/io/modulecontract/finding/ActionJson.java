package io.modulecontract.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.abi.FunctionShape;
import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** One action of a script as a JSON object, both ways. */
final class ActionJson {

  /** So much may a content of a finding be: more than any memory that the suite grants. */
  private static final long MOST_BYTES = 1L << 30;

  private ActionJson() {}

  static ObjectNode write(Action action) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (action instanceof Action.Give give) {
      HexFormat hex = HexFormat.of();
      node.put("do", "give").put("unit", hex.formatHex(give.content().unit()));
      node.put("times", give.content().times());
      node.put("tail", hex.formatHex(give.content().tail()));
    } else if (action instanceof Action.Release release) {
      node.put("do", "release").put("pointer", OperandText.write(release.pointer()));
    } else if (action instanceof Action.Call call) {
      node.put("do", "call").put("function", call.function());
      node.put("shape", call.shape().toString());
      ArrayNode operands = node.putArray("operands");
      call.operands().forEach(operand -> operands.add(OperandText.write(operand)));
      node.put("expected", call.expected().name().toLowerCase(Locale.ROOT));
      node.put("clause", call.clause().id());
    }
    return node;
  }

  /** The {@code index}-th action; it may name the areas of those before it only. */
  static Action read(JsonNode node, String where, int index) throws UnreadableFinding {
    JsonFields fields = new JsonFields(node, where);
    String kind = fields.text("do");
    return switch (kind) {
      case "give" -> new Action.Give(content(fields));
      case "release" ->
          new Action.Release(OperandText.read(fields.text("pointer"), fields.at("pointer"), index));
      case "call" -> call(fields, index);
      default ->
          throw UnreadableFinding.at(fields.at("do"), "give, release or call", "'" + kind + "'");
    };
  }

  private static Content content(JsonFields fields) throws UnreadableFinding {
    byte[] unit = bytes(fields, "unit");
    byte[] tail = bytes(fields, "tail");
    long times = fields.number("times", 0, MOST_BYTES / Math.max(1, unit.length));
    return Content.of(unit, (int) times).and(tail);
  }

  private static byte[] bytes(JsonFields fields, String name) throws UnreadableFinding {
    String text = fields.text(name);
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw UnreadableFinding.at(fields.at(name), "hexadecimal digits", "'" + text + "'");
    }
  }

  private static Action.Call call(JsonFields fields, int index) throws UnreadableFinding {
    String name = fields.text("shape");
    FunctionShape shape =
        FunctionShape.byName(name)
            .orElseThrow(
                () ->
                    UnreadableFinding.at(
                        fields.at("shape"), "one of " + FunctionShape.names(), name));
    List<Operand> operands = new ArrayList<>();
    List<String> texts = fields.texts("operands");
    int wanted = shape.type().parameters().size();
    if (texts.size() != wanted) {
      throw UnreadableFinding.at(
          fields.at("operands"), wanted + " for the shape " + shape, "" + texts.size());
    }
    for (String text : texts) {
      operands.add(OperandText.read(text, fields.at("operands"), index));
    }
    return new Action.Call(
        fields.text("function"),
        shape,
        operands,
        fields.constant("expected", Action.Expected.class),
        clause(fields));
  }

  private static Clause clause(JsonFields fields) throws UnreadableFinding {
    String id = fields.text("clause");
    return Clause.byId(id)
        .orElseThrow(() -> UnreadableFinding.at(fields.at("clause"), "a clause", id));
  }
}

package io.modulecontract.finding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.program.Program;
import io.modulecontract.script.Script;

/** Writes a sequence as JSON: an object whose {@code kind} names what is done with the rest. */
final class SequenceWriter {

  private SequenceWriter() {}

  static ObjectNode write(Sequence sequence) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (sequence instanceof Sequence.ProgramCycles cycles) {
      cycles(node, cycles.memoryPages(), cycles.times());
      operations(node.putArray("operations"), cycles.program());
    } else if (sequence instanceof Sequence.ScriptCycles cycles) {
      cycles(node, cycles.memoryPages(), cycles.times());
      cycles.looks().forEach(node.putArray("looks")::add);
      node.put("releasedOnce", cycles.releasedOnce()).put("chunks", cycles.chunks());
      actions(node.putArray("actions"), cycles.script());
    } else if (sequence instanceof Sequence.Phases phases) {
      node.put("kind", "phases").put("mostLive", phases.mostLive());
      seed(node, "seed", phases.seed());
      node.put("warmUp", phases.warmUp()).put("phases", phases.phases());
      node.put("operations", phases.operations()).put("mostBytes", phases.mostBytes());
      node.put("kept", phases.kept());
    } else if (sequence instanceof Sequence.Beyond) {
      node.put("kind", "beyond");
    } else if (sequence instanceof Sequence.Filling filling) {
      node.put("kind", "filling").put("size", filling.size());
    } else if (sequence instanceof Sequence.RefusedGrowth refused) {
      actions(node.put("kind", "refused growth").putArray("actions"), refused.script());
    } else if (sequence instanceof Sequence.Pair pair) {
      node.put("kind", "pair");
      seed(node, "seed", pair.seed());
      actions(node.putArray("actions"), pair.one());
      seed(node, "otherSeed", pair.otherSeed());
      actions(node.putArray("otherActions"), pair.other());
      if (pair.joined()) {
        node.put("joined", true);
      }
    } else if (sequence instanceof Sequence.HostCalls calls) {
      node.put("kind", "host calls").put("counted", calls.counted());
      actions(node.putArray("actions"), calls.script());
    } else if (sequence instanceof Sequence.Related related) {
      node.put("kind", "related").put("relation", related.relation().toString());
      ArrayNode scripts = node.putArray("scripts");
      related.scripts().forEach(script -> actions(scripts.addArray(), script));
    }
    return node;
  }

  private static void cycles(ObjectNode node, int memoryPages, int times) {
    node.put("kind", "cycles").put("memoryPages", memoryPages).put("times", times);
  }

  /** As a text: a 64-bit number loses its last digits in a JavaScript reader. */
  private static void seed(ObjectNode node, String name, long seed) {
    node.put(name, Long.toString(seed));
  }

  static void operations(ArrayNode list, Program program) {
    OperationText.all(program).forEach(list::add);
  }

  static void actions(ArrayNode list, Script script) {
    script.actions().forEach(action -> list.add(ActionJson.write(action)));
  }
}

package io.modulecontract.finding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Writes a course as JSON: an object whose {@code replay} names the kind. */
final class CourseWriter {

  private CourseWriter() {}

  /** The course as an object. */
  static ObjectNode write(Course course) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (course instanceof Course.Operations operations) {
      node.put("replay", "operations");
      names(node.putArray("also"), operations.also());
      node.put("stackPointer", operations.stackPointer());
      SequenceWriter.operations(node.putArray("operations"), operations.program());
    } else if (course instanceof Course.Actions actions) {
      node.put("replay", "actions");
      names(node.putArray("also"), actions.looks());
      node.put("watched", actions.watched());
      SequenceWriter.actions(node.putArray("actions"), actions.script());
    } else if (course instanceof Course.Binary) {
      node.put("replay", "binary");
    } else if (course instanceof Course.Starting) {
      node.put("replay", "start");
    } else if (course instanceof Course.ByCheck check) {
      node.put("replay", "by check");
      check.sequence().ifPresent(it -> node.set("sequence", SequenceWriter.write(it)));
    }
    return node;
  }

  private static void names(ArrayNode array, Collection<? extends Enum<?>> values) {
    values.forEach(value -> array.add(value.name()));
  }
}

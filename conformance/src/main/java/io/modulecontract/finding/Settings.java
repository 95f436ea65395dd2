package io.modulecontract.finding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Profile;
import java.time.Duration;
import java.util.List;

/**
 * What a finding keeps of the run in which it was made, beside its course.
 *
 * @param memoryPages the memory limit
 * @param deadline how long a call was given
 * @param profile the names under which the module exports the contract
 * @param descriptor what its author declares
 * @param granted what it was granted beyond memory and time, by the names of a descriptor
 */
public record Settings(
    int memoryPages,
    Duration deadline,
    Profile profile,
    ModuleDescriptor descriptor,
    List<String> granted) {

  /** Copies the list. */
  public Settings {
    granted = List.copyOf(granted);
  }

  /** These and a course, as the text of a JSON object. */
  public String with(Course course) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    write(root.putObject("settings"));
    root.set("course", CourseWriter.write(course));
    return root.toString();
  }

  private void write(ObjectNode node) {
    node.put("memoryPages", memoryPages);
    node.put("deadlineMs", deadline.toMillis());
    node.put("memory", profile.memory());
    node.put("allocate", profile.allocate());
    node.put("deallocate", profile.deallocate());
    ArrayNode functions = node.putArray("functions");
    for (ModuleDescriptor.Function function : descriptor.functions()) {
      ObjectNode entry = functions.addObject().put("name", function.name());
      entry.put("parameters", function.shape().type().parameters().size());
    }
    ArrayNode imports = node.putArray("imports");
    for (ModuleDescriptor.Import declared : descriptor.imports()) {
      imports.add(declared.module() + "." + declared.name());
    }
    granted.forEach(node.putArray("granted")::add);
  }
}

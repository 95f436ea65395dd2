package io.modulecontract.payload;

import io.modulecontract.script.Action;
import io.modulecontract.script.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * What the areas of one call hold, in the order in which the call is passed them: one text, or the
 * meta and the data stream.
 *
 * @param contents the bytes of each area
 */
public record Parameters(List<Content> contents) {

  /** Copies the list. */
  public Parameters {
    contents = List.copyOf(contents);
  }

  public static Parameters of(Content... contents) {
    return new Parameters(List.of(contents));
  }

  /** The actions that bring the areas about. */
  public List<Action.Give> gives() {
    return contents.stream().map(Action.Give::new).toList();
  }

  /** How many bytes there are in all. */
  public int length() {
    return contents.stream().mapToInt(Content::length).sum();
  }

  /** The same with another content of one area. */
  public Parameters with(int area, Content content) {
    List<Content> changed = new ArrayList<>(contents);
    changed.set(area, content);
    return new Parameters(changed);
  }
}

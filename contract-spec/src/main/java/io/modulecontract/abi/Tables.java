package io.modulecontract.abi;

import java.util.List;
import java.util.Set;

/**
 * The tables that a function of the shape {@code arrow} takes. Schemas and rows are texts here, as
 * the descriptor's reader has checked them.
 *
 * @param metaSchema the schema of the meta stream, in Arrow's JSON form
 * @param dataSchema the schema of the data stream, in Arrow's JSON form
 * @param anySchema whether data of every other schema is served, too
 * @param commands what the function can be asked for, one at least
 */
public record Tables(
    String metaSchema, String dataSchema, boolean anySchema, List<Command> commands) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when there is no command
   */
  public Tables {
    commands = List.copyOf(commands);
    if (commands.isEmpty()) {
      throw new IllegalArgumentException("no command");
    }
  }

  /**
   * One command.
   *
   * @param meta the rows of its meta stream, a JSON object to a line
   * @param relations what holds between the data and the answer
   */
  public record Command(String meta, Set<Relation> relations) {

    /** Copies the set. */
    public Command {
      relations = Set.copyOf(relations);
    }
  }
}

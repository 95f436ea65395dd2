package io.modulecontract.payload;

import io.modulecontract.abi.Relation;
import io.modulecontract.script.Content;
import java.util.Set;

/**
 * One command of a function that takes tables.
 *
 * @param words its rows, as the descriptor has them
 * @param meta its meta stream
 * @param relations what holds between data and answer
 */
public record StreamCommand(String words, Content meta, Set<Relation> relations) {

  /** A call of it with these data. */
  public Parameters with(Content data) {
    return Parameters.of(meta, data);
  }
}

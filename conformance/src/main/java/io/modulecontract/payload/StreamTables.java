package io.modulecontract.payload;

import io.modulecontract.abi.Tables;
import io.modulecontract.arrow.JsonRows;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnreadableRows;
import io.modulecontract.arrow.UnsupportedSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that a function takes, read from what its descriptor declares.
 *
 * @param meta the schema of meta streams
 * @param data the schema of data streams
 * @param anySchema whether data of every other schema is served, too
 * @param commands what it can be asked for
 */
public record StreamTables(
    TableSchema meta, TableSchema data, boolean anySchema, List<StreamCommand> commands) {

  /** Copies the list. */
  public StreamTables {
    commands = List.copyOf(commands);
  }

  /**
   * Reads the texts of a declaration.
   *
   * @throws IllegalStateException when they are none, which the descriptor's reader has ruled out
   */
  public static StreamTables of(Tables declared) {
    try {
      TableSchema meta = SchemaText.read(declared.metaSchema());
      List<StreamCommand> commands = new ArrayList<>();
      for (Tables.Command command : declared.commands()) {
        commands.add(
            new StreamCommand(
                command.meta().strip(),
                StreamPayloads.content(JsonRows.read(meta, command.meta()), StreamLayout.PLAIN),
                command.relations()));
      }
      return new StreamTables(
          meta, SchemaText.read(declared.dataSchema()), declared.anySchema(), commands);
    } catch (UnsupportedSchema | UnreadableRows e) {
      throw new IllegalStateException("a declaration that was read before: " + e.getMessage(), e);
    }
  }
}

package io.modulecontract.cli;

import io.modulecontract.abi.Tables;
import io.modulecontract.arrow.SchemaText;
import io.modulecontract.arrow.TableSchema;
import io.modulecontract.arrow.UnsupportedSchema;
import io.modulecontract.cli.table.NamedStream;
import io.modulecontract.cli.table.TableFile;
import io.modulecontract.cli.table.TableOut;
import io.modulecontract.cli.table.TableText;
import io.modulecontract.cli.table.WrongTable;
import io.modulecontract.host.ArrowInput;
import io.modulecontract.host.ExchangeFailed;
import io.modulecontract.host.HostedInstance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call with tables.
 *
 * @param meta what to do
 * @param data what to do it with
 * @param asked how the answer is shown
 */
record ArrowCall(NamedStream meta, NamedStream data, ArrowPayload asked) {

  /**
   * Reads the tables. CSV and JSON lines have the columns that the descriptor declares; a schema
   * that the user names counts more, and where there is none, or any will do, the columns are
   * inferred.
   *
   * @param tables what the descriptor declares
   * @param err where is said what was inferred
   * @throws CouldNotRun when one is none; the message says where
   */
  static ArrowCall of(ArrowPayload asked, Optional<Tables> tables, PrintWriter err)
      throws CouldNotRun {
    try {
      Path named = asked.schema();
      Optional<TableSchema> metaSchema = tables.map(it -> declared(it.metaSchema()));
      Optional<TableSchema> dataSchema =
          named == null
              ? tables.filter(it -> !it.anySchema()).map(it -> declared(it.dataSchema()))
              : Optional.of(TableFile.schema(named));
      NamedStream meta =
          asked.meta().stripLeading().startsWith("{")
              ? TableFile.row("--arrow-meta", asked.meta(), metaSchema)
              : TableFile.read(Path.of(asked.meta()), metaSchema);
      NamedStream data = TableFile.read(asked.data(), dataSchema);
      meta.assumed().ifPresent(columns -> err.println("assumed: " + columns));
      data.assumed().ifPresent(columns -> err.println("assumed: " + columns));
      return new ArrowCall(meta, data, asked);
    } catch (WrongTable | InvalidPathException e) {
      throw new CouldNotRun(e.getMessage());
    } catch (OutOfMemoryError e) {
      throw new CouldNotRun(
          asked.data() + ": this JVM has too little memory for it (java -Xmx gives more)");
    }
  }

  private static TableSchema declared(String schema) {
    try {
      return SchemaText.read(schema);
    } catch (UnsupportedSchema e) {
      throw new IllegalStateException("a declaration that was read before: " + e.getMessage(), e);
    }
  }

  /** Calls, and shows the answer while it lies in the guest's memory. */
  void run(HostedInstance instance, String function, @Nullable Path out, PrintWriter printed)
      throws ExchangeFailed, CouldNotRun {
    try (ArrowInput first = ArrowInput.of(meta.stream());
        ArrowInput second = ArrowInput.of(data.stream())) {
      instance.<Boolean, IOException>callArrow(
          function,
          first,
          second,
          result -> {
            if (out != null) {
              TableOut.write(out, result.view().content());
            }
            if (out == null || asked.print()) {
              printed.print(TableText.of(result.view(), asked.rows(), Terminal.width()));
              printed.flush();
            }
            return true;
          });
    } catch (IOException e) {
      throw new CouldNotRun(out + ": the answer cannot be written: " + e);
    }
  }

  /** What was passed, for a module that only says no. */
  String passed() {
    return "it was given meta of "
        + meta.stream().rows()
        + " rows ("
        + meta.stream().schema().summary()
        + ") and data of "
        + data.stream().rows()
        + " rows ("
        + data.stream().schema().summary()
        + ")";
  }
}

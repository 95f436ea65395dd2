package io.modulecontract.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.util.AutoCloseables;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.TransferPair;

/**
 * A table that the application owns: its buffers are of the application's allocator, and no call of
 * the guest changes them. Who asked for it closes it.
 */
public final class ArrowTable implements AutoCloseable {

  private final ArrowReader source;
  private final Schema schema;
  private final List<VectorSchemaRoot> batches;
  private final List<DictionaryProvider> dictionaries;

  private ArrowTable(
      ArrowReader source,
      Schema schema,
      List<VectorSchemaRoot> batches,
      List<DictionaryProvider> dictionaries) {
    this.source = source;
    this.schema = schema;
    this.batches = List.copyOf(batches);
    this.dictionaries = List.copyOf(dictionaries);
  }

  /** Copies a stream that was checked; when that fails, nothing of it is left. */
  static ArrowTable copy(ByteBuffer stream, BufferAllocator allocator) throws IOException {
    DictionaryReader reader = new DictionaryReader(new AreaChannel(stream), allocator);
    List<VectorSchemaRoot> batches = new ArrayList<>();
    List<DictionaryProvider> dictionaries = new ArrayList<>();
    boolean made = false;
    try {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        batches.add(taken(root, allocator));
        dictionaries.add(reader.now());
      }
      made = true;
      return new ArrowTable(reader, root.getSchema(), batches, dictionaries);
    } finally {
      if (!made) {
        batches.forEach(VectorSchemaRoot::close);
        reader.close();
      }
    }
  }

  /** What a reader has loaded, in vectors of its own; no byte is copied. */
  private static VectorSchemaRoot taken(VectorSchemaRoot loaded, BufferAllocator allocator) {
    List<FieldVector> vectors = new ArrayList<>();
    for (FieldVector vector : loaded.getFieldVectors()) {
      TransferPair pair = vector.getTransferPair(vector.getField(), allocator);
      pair.transfer();
      vectors.add((FieldVector) pair.getTo());
    }
    return new VectorSchemaRoot(loaded.getSchema(), vectors, loaded.getRowCount());
  }

  /** Its columns. */
  public Schema schema() {
    return schema;
  }

  /** The batches, in order; there may be none. They are closed with the table. */
  public List<VectorSchemaRoot> batches() {
    return batches;
  }

  /** The rows of all batches. */
  public long rows() {
    return batches.stream().mapToLong(VectorSchemaRoot::getRowCount).sum();
  }

  /**
   * The dictionaries that a batch's columns refer to. Those of another batch may be others: the
   * module may have replaced one. They are closed with the table.
   *
   * @param batch the number of the batch, counted from 0
   */
  public DictionaryProvider dictionaries(int batch) {
    return dictionaries.get(batch);
  }

  /** Gives the buffers back to the allocator. */
  @Override
  public void close() {
    List<AutoCloseable> all = new ArrayList<>(batches);
    all.add(source);
    AutoCloseables.closeNoChecked(AutoCloseables.all(all));
  }
}

package io.modulecontract.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;

/** Arrow's own writer, which also keeps alive the buffers of what it wrote. */
final class GatheringWriter extends ArrowStreamWriter {

  private final List<ArrowBuf> kept = new ArrayList<>();

  GatheringWriter(VectorSchemaRoot table, DictionaryProvider dictionaries, Gathered parts) {
    super(table, dictionaries, parts);
  }

  /** The buffers; each must be closed once by whoever takes them. */
  List<ArrowBuf> kept() {
    return kept;
  }

  @Override
  protected ArrowBlock writeRecordBatch(ArrowRecordBatch batch) throws IOException {
    keep(batch);
    return super.writeRecordBatch(batch);
  }

  @Override
  protected ArrowBlock writeDictionaryBatch(ArrowDictionaryBatch batch) throws IOException {
    keep(batch.getDictionary());
    return super.writeDictionaryBatch(batch);
  }

  private void keep(ArrowRecordBatch batch) {
    for (ArrowBuf buffer : batch.getBuffers()) {
      buffer.getReferenceManager().retain();
      kept.add(buffer);
    }
  }
}

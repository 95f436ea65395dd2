package io.modulecontract.host;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;

/**
 * Reads a stream, and keeps the dictionaries of each batch: between two batches a stream may give a
 * dictionary other values, and the indices of the earlier batch mean the earlier ones. Who made it
 * closes it, and with it every dictionary.
 */
final class DictionaryReader extends ArrowStreamReader {

  private final List<FieldVector> replaced = new ArrayList<>();

  DictionaryReader(ReadableByteChannel stream, BufferAllocator allocator) {
    super(stream, allocator);
  }

  /** The dictionaries as the batch that is loaded means them. */
  DictionaryProvider now() {
    return new DictionaryProvider.MapDictionaryProvider(
        dictionaries.values().toArray(Dictionary[]::new));
  }

  /**
   * Values that are added leave the indices of others as they are; all else is a new dictionary.
   */
  @Override
  protected void loadDictionary(ArrowDictionaryBatch batch) {
    Dictionary before = dictionaries.get(batch.getDictionaryId());
    if (before != null && !batch.isDelta()) {
      FieldVector old = before.getVector();
      Map<Long, Dictionary> all = new HashMap<>(dictionaries);
      all.put(
          batch.getDictionaryId(),
          new Dictionary(old.getField().createVector(allocator), before.getEncoding()));
      replaced.add(old);
      dictionaries = all;
    }
    super.loadDictionary(batch);
  }

  @Override
  public void close() throws IOException {
    replaced.forEach(FieldVector::close);
    super.close();
  }
}

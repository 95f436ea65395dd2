package io.modulecontract.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** A stream in which a dictionary has other values for the second batch than for the first. */
public final class ReplacedDictionary {

  static final long ID = 7;

  private ReplacedDictionary() {}

  /** Two batches of two rows; both hold the indices 0 and 1, which mean these words. */
  public static byte[] stream(BufferAllocator allocator, List<String> first, List<String> second)
      throws IOException {
    DictionaryEncoding encoding =
        new DictionaryEncoding(ID, false, new ArrowType.Int(Integer.SIZE, true));
    Field column =
        new Field("word", new FieldType(true, new ArrowType.Int(32, true), encoding), null);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (VarCharVector before = words(allocator, first);
        VarCharVector after = words(allocator, second);
        IntVector indices = (IntVector) column.createVector(allocator)) {
      indices.setSafe(0, 0);
      indices.setSafe(1, 1);
      indices.setValueCount(2);
      MapDictionaryProvider dictionaries =
          new MapDictionaryProvider(new Dictionary(before, encoding));
      VectorSchemaRoot root = new VectorSchemaRoot(List.of(column), List.of(indices), 2);
      try (ArrowStreamWriter writer = new ArrowStreamWriter(root, dictionaries, stream)) {
        writer.writeBatch();
        dictionaries.put(new Dictionary(after, encoding));
        writer.writeBatch();
        writer.end();
      }
    }
    return stream.toByteArray();
  }

  private static VarCharVector words(BufferAllocator allocator, List<String> words) {
    VarCharVector vector = new VarCharVector("words", allocator);
    for (int i = 0; i < words.size(); i++) {
      vector.setSafe(i, words.get(i).getBytes(StandardCharsets.UTF_8));
    }
    vector.setValueCount(words.size());
    return vector;
  }
}

package io.modulecontract.host;

import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A table as an Arrow stream that is ready to be passed to a guest: its exact length is known, and
 * its buffers are copied once, from where they are into the guest's memory. It ends in the end
 * marker, and nothing in it is compressed.
 *
 * <p>It shares the buffers of the table, which may be closed before it, but not changed. It may be
 * passed many times, by one thread at a time. Who made it closes it.
 */
public final class ArrowInput implements AutoCloseable {

  private final Optional<Schema> schema;
  private final long rows;
  private final List<ByteBuffer> parts;
  private final long length;
  private final List<ArrowBuf> kept;
  private boolean closed;

  private ArrowInput(
      Optional<Schema> schema,
      long rows,
      List<ByteBuffer> parts,
      long length,
      List<ArrowBuf> kept) {
    this.schema = schema;
    this.rows = rows;
    this.parts = parts;
    this.length = length;
    this.kept = kept;
  }

  /** A table of one batch. */
  public static ArrowInput of(VectorSchemaRoot table) {
    return of(table, new DictionaryProvider.MapDictionaryProvider());
  }

  /** The same where columns refer to dictionaries. */
  public static ArrowInput of(VectorSchemaRoot table, DictionaryProvider dictionaries) {
    try {
      return of(table, dictionaries, new OneBatch());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is read and nothing is written
    }
  }

  /**
   * All batches that a reader has left, held at the same time. The reader stays the caller's.
   *
   * @throws IOException when the reader does; then nothing is kept
   */
  public static ArrowInput of(ArrowReader reader) throws IOException {
    return of(reader.getVectorSchemaRoot(), reader, reader::loadNextBatch);
  }

  /**
   * A stream that there is already. It is passed as it is, whatever is in it.
   *
   * @param stream not copied, so it must not be changed before the call
   */
  public static ArrowInput ofBytes(byte[] stream) {
    List<ByteBuffer> part = List.of(ByteBuffer.wrap(stream).asReadOnlyBuffer());
    return new ArrowInput(Optional.empty(), 0, part, stream.length, List.of());
  }

  /**
   * A stream that was read and found sound. Its bytes are not copied, and must stay as they are.
   */
  public static ArrowInput of(SoundStream stream) {
    Schema schema = stream.schema().schema();
    List<ByteBuffer> part = List.of(new StreamView(stream).content());
    return new ArrowInput(Optional.of(schema), stream.rows(), part, stream.length(), List.of());
  }

  private static ArrowInput of(
      VectorSchemaRoot table, DictionaryProvider dictionaries, Batches batches) throws IOException {
    Gathered parts = new Gathered();
    GatheringWriter writer = new GatheringWriter(table, dictionaries, parts);
    boolean made = false;
    try {
      long rows = 0;
      writer.start();
      while (batches.next()) {
        writer.writeBatch();
        rows += table.getRowCount();
      }
      writer.close();
      made = true;
      return new ArrowInput(
          Optional.of(table.getSchema()), rows, parts.parts(), parts.length(), writer.kept());
    } finally {
      if (!made) {
        writer.close();
        writer.kept().forEach(ArrowBuf::close);
      }
    }
  }

  /** Its columns; empty for bytes that nobody looked at. */
  public Optional<Schema> schema() {
    return schema;
  }

  /** Its rows; 0 for bytes that nobody looked at. */
  public long rows() {
    return rows;
  }

  /** Its length in bytes, to the end of the end marker. */
  public long length() {
    return length;
  }

  /** Copies it; the target has just so many bytes left. */
  void writeTo(ByteBuffer target) {
    if (closed) {
      throw new IllegalStateException("this table was closed");
    }
    for (ByteBuffer part : parts) {
      target.put(part.duplicate());
    }
  }

  /** Lets go of the buffers. A second time nothing happens. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      kept.forEach(ArrowBuf::close);
    }
  }

  /** Makes the next batch the one that is in the table. */
  private interface Batches {
    /** False when there is none. */
    boolean next() throws IOException;
  }

  /** The batch that is there, once. */
  private static final class OneBatch implements Batches {
    private boolean given;

    @Override
    public boolean next() {
      boolean first = !given;
      given = true;
      return first;
    }
  }
}

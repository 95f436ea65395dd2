package io.modulecontract.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.modulecontract.arrow.BodyBuilder.Longs;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;

/** Builds the flatbuffers of messages. */
final class Metadata {

  private Metadata() {}

  static byte[] schema(Schema schema) {
    FlatBufferBuilder flat = new FlatBufferBuilder(512);
    return message(flat, MessageHeader.Schema, schema.getSchema(flat), 0);
  }

  static byte[] batch(int rows, BodyBuilder body) {
    FlatBufferBuilder flat = new FlatBufferBuilder(512);
    return message(flat, MessageHeader.RecordBatch, batch(flat, rows, body), body.length());
  }

  static byte[] dictionary(long id, int values, BodyBuilder body) {
    FlatBufferBuilder flat = new FlatBufferBuilder(512);
    int data = batch(flat, values, body);
    int header = DictionaryBatch.createDictionaryBatch(flat, id, data, false);
    return message(flat, MessageHeader.DictionaryBatch, header, body.length());
  }

  /** A schema as machines write it whose numbers begin with the highest byte. */
  static byte[] bigEndianSchema(Schema schema) {
    FlatBufferBuilder flat = new FlatBufferBuilder(512);
    int[] fields = schema.getFields().stream().mapToInt(field -> field.getField(flat)).toArray();
    int fieldsAt = org.apache.arrow.flatbuf.Schema.createFieldsVector(flat, fields);
    org.apache.arrow.flatbuf.Schema.startSchema(flat);
    org.apache.arrow.flatbuf.Schema.addEndianness(flat, Endianness.Big);
    org.apache.arrow.flatbuf.Schema.addFields(flat, fieldsAt);
    int header = org.apache.arrow.flatbuf.Schema.endSchema(flat);
    return message(flat, MessageHeader.Schema, header, 0);
  }

  /** The metadata of a batch of rows, with a compression that its body does not have. */
  static byte[] compressed(BatchParts batch) {
    FlatBufferBuilder flat = new FlatBufferBuilder(512);
    int compression =
        BodyCompression.createBodyCompression(
            flat, CompressionType.LZ4_FRAME, BodyCompressionMethod.BUFFER);
    Longs nodes = longs(batch.batch().vector(1, 16));
    Longs buffers = longs(batch.batch().vector(2, 16));
    Longs views = longs(batch.batch().vector(4, 8));
    int header = batch(flat, batch.rows(), nodes, buffers, views, compression);
    return message(flat, MessageHeader.RecordBatch, header, batch.message().bodyLength());
  }

  private static Longs longs(FlatVector vector) {
    Longs longs = new Longs();
    for (int i = 0; i < vector.count(); i++) {
      for (int offset = 0; offset < vector.size(); offset += 8) {
        longs.add(vector.i64(i, offset));
      }
    }
    return longs;
  }

  private static int batch(FlatBufferBuilder flat, int rows, BodyBuilder body) {
    return batch(flat, rows, body.nodes(), body.buffers(), body.viewBuffers(), 0);
  }

  private static int batch(
      FlatBufferBuilder flat, int rows, Longs nodes, Longs buffers, Longs views, int compression) {
    RecordBatch.startNodesVector(flat, nodes.count() / 2);
    for (int i = nodes.count() - 2; i >= 0; i -= 2) {
      FieldNode.createFieldNode(flat, nodes.get(i), nodes.get(i + 1));
    }
    int nodesAt = flat.endVector();
    RecordBatch.startBuffersVector(flat, buffers.count() / 2);
    for (int i = buffers.count() - 2; i >= 0; i -= 2) {
      Buffer.createBuffer(flat, buffers.get(i), buffers.get(i + 1));
    }
    int buffersAt = flat.endVector();
    int viewsAt = 0;
    if (views.count() > 0) {
      RecordBatch.startVariadicBufferCountsVector(flat, views.count());
      for (int i = views.count() - 1; i >= 0; i--) {
        flat.addLong(views.get(i));
      }
      viewsAt = flat.endVector();
    }
    RecordBatch.startRecordBatch(flat);
    RecordBatch.addLength(flat, rows);
    RecordBatch.addNodes(flat, nodesAt);
    RecordBatch.addBuffers(flat, buffersAt);
    if (compression > 0) {
      RecordBatch.addCompression(flat, compression);
    }
    if (views.count() > 0) {
      RecordBatch.addVariadicBufferCounts(flat, viewsAt);
    }
    return RecordBatch.endRecordBatch(flat);
  }

  private static byte[] message(FlatBufferBuilder flat, byte kind, int header, long bodyLength) {
    Message.startMessage(flat);
    Message.addHeaderType(flat, kind);
    Message.addHeader(flat, header);
    Message.addVersion(flat, MetadataVersion.V5);
    Message.addBodyLength(flat, bodyLength);
    flat.finish(Message.endMessage(flat));
    return flat.sizedByteArray();
  }
}

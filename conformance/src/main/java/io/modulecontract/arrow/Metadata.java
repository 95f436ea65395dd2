package io.modulecontract.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import io.modulecontract.arrow.BodyBuilder.Longs;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
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

  private static int batch(FlatBufferBuilder flat, int rows, BodyBuilder body) {
    Longs nodes = body.nodes();
    RecordBatch.startNodesVector(flat, nodes.count() / 2);
    for (int i = nodes.count() - 2; i >= 0; i -= 2) {
      FieldNode.createFieldNode(flat, nodes.get(i), nodes.get(i + 1));
    }
    int nodesAt = flat.endVector();
    Longs buffers = body.buffers();
    RecordBatch.startBuffersVector(flat, buffers.count() / 2);
    for (int i = buffers.count() - 2; i >= 0; i -= 2) {
      Buffer.createBuffer(flat, buffers.get(i), buffers.get(i + 1));
    }
    int buffersAt = flat.endVector();
    Longs views = body.viewBuffers();
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

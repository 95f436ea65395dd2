package io.modulecontract.cli;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.host.ChunkStream;
import io.modulecontract.host.ExchangeFailed;
import io.modulecontract.host.HostedInstance;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A call that is passed bytes and answers bytes, whatever way they take.
 *
 * @param function the function
 * @param shape its shape, one that takes bytes
 */
record BytesCall(String function, FunctionShape shape) {

  /** In bytes: what is longer is passed in chunks where the function takes them. */
  private static final int CHUNK = 1 << 20;

  byte[] answer(HostedInstance instance, byte[] bytes) throws ExchangeFailed {
    return switch (shape) {
      case IN_PLACE -> instance.inPlace(function).change(bytes);
      case STREAM -> inChunks(instance, bytes);
      case CALLBACK -> delivered(instance, bytes);
      default -> instance.callBytes(function, bytes);
    };
  }

  private byte[] inChunks(HostedInstance instance, byte[] bytes) throws ExchangeFailed {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ChunkStream stream = instance.stream(function)) {
      int from = 0;
      for (; bytes.length - from > CHUNK; from += CHUNK) {
        all.writeBytes(stream.next(Arrays.copyOfRange(bytes, from, from + CHUNK)));
      }
      all.writeBytes(stream.last(Arrays.copyOfRange(bytes, from, bytes.length)));
    }
    return all.toByteArray();
  }

  private byte[] delivered(HostedInstance instance, byte[] bytes) throws ExchangeFailed {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    instance.callDelivering(
        function,
        bytes,
        piece -> {
          all.writeBytes(piece);
          return true;
        });
    return all.toByteArray();
  }
}

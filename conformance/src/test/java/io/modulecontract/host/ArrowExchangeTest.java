package io.modulecontract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.Capabilities;
import io.modulecontract.arrow.BatchView;
import io.modulecontract.arrow.ColumnView;
import io.modulecontract.arrow.StreamView;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.NoArea;
import io.modulecontract.host.ExchangeFailed.NoHostMemory;
import io.modulecontract.host.ExchangeFailed.Rejected;
import io.modulecontract.wasi.Grants;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables go to a guest and come back, and nothing is left over, whatever becomes of the call. */
class ArrowExchangeTest {

  private final BufferAllocator allocator = new RootAllocator();
  private final Guest guest = guest(Policy.DEFAULT);
  private final HostedInstance instance = instance(guest);

  private static LoadedModule module() {
    return ReferenceModules.load("documents.wasm");
  }

  private static Guest guest(Policy policy) {
    Capabilities random =
        new Capabilities(false, true, false, false, false, false, List.of(), List.of());
    Policy asked = policy.withGrants(Grants.harmless(random));
    return new FreshGuests(module(), asked, ExecutionMode.COMPILED).next();
  }

  private static HostedInstance instance(Guest guest) {
    return new HostedInstance(guest, module().outline());
  }

  /** The allocator's own check: closing it fails where a buffer is held. */
  @AfterEach
  void nothingIsHeld() {
    assertEquals(0, allocator.getAllocatedMemory());
    allocator.close();
  }

  private ArrowInput meta(String command) {
    try (VectorSchemaRoot meta = DocumentTables.meta(command, allocator)) {
      return ArrowInput.of(meta);
    }
  }

  private ArrowInput data(int rows) {
    try (VectorSchemaRoot data = DocumentTables.data(rows, allocator)) {
      return ArrowInput.of(data);
    }
  }

  @Test
  void aTableComesBackAsTheCallersOwn() throws Exception {
    try (ArrowInput meta = meta("test");
        ArrowInput data = data(1_000);
        ArrowTable table = instance.callArrow(DocumentTables.FUNCTION, meta, data, allocator)) {
      assertEquals(1_000, table.rows());
      assertEquals(data.schema().orElseThrow(), table.schema());
      VectorSchemaRoot batch = table.batches().get(0);
      instance.close();
      assertEquals("größe 999", batch.getVector("content").getObject(999).toString());
      assertTrue(batch.getVector("title").isNull(999));
      assertEquals(99.8, batch.getVector("score").getObject(998));
    }
  }

  @Test
  void aTableIsReadInPlaceAndNotAfterwards() throws Exception {
    try (ArrowInput meta = meta("filter 0.5");
        ArrowInput data = data(100)) {
      ColumnView[] kept = new ColumnView[1];
      StreamView[] view = new StreamView[1];
      long sum =
          instance.callArrow(
              DocumentTables.FUNCTION,
              meta,
              data,
              result -> {
                view[0] = result.view();
                BatchView batch = view[0].batches().get(0);
                kept[0] = batch.column("id");
                assertEquals("größe 6", batch.column("content").text(0));
                assertEquals(0.6, batch.column("score").real(0));
                assertTrue(batch.column("title").isNull(0));
                assertEquals("title 8", batch.column("title").value(1));
                assertThrows(IllegalStateException.class, () -> batch.column("id").text(0));
                assertThrows(IllegalArgumentException.class, () -> batch.column("none").isNull(0));
                assertThrows(IndexOutOfBoundsException.class, () -> kept[0].integer(batch.rows()));
                assertThrows(IllegalStateException.class, () -> instance.allocate(8));
                long all = 0;
                for (int row = 0; row < batch.rows(); row++) {
                  all += kept[0].integer(row);
                }
                return all;
              });
      assertEquals(2_450 - 2 - 4, sum);
      assertThrows(IllegalStateException.class, () -> kept[0].integer(0));
      assertThrows(IllegalStateException.class, () -> view[0].content());
      instance.release(instance.allocate(8));
    }
  }

  @Test
  void aReadersBatchesArePassedAndReadOneByOne() throws Exception {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (VectorSchemaRoot data = DocumentTables.data(10, allocator);
        ArrowStreamWriter writer = new ArrowStreamWriter(data, null, stream)) {
      writer.writeBatch();
      DocumentTables.fill(data, 10, 5);
      writer.writeBatch();
      writer.end();
    }
    byte[] bytes = stream.toByteArray();
    try (ArrowReader reader = new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator);
        ArrowInput meta = meta("test");
        ArrowInput data = ArrowInput.of(reader)) {
      assertEquals(15, data.rows());
      assertEquals(bytes.length, data.length());
      int batches =
          instance.<Integer, IOException>callArrow(
              DocumentTables.FUNCTION,
              meta,
              data,
              result -> {
                try (ArrowReader answer = result.reader(allocator)) {
                  int count = 0;
                  while (answer.loadNextBatch()) {
                    VectorSchemaRoot root = answer.getVectorSchemaRoot();
                    assertEquals(10L * count, ((UInt8Vector) root.getVector("id")).get(0));
                    count++;
                  }
                  return count;
                }
              });
      assertEquals(2, batches);
    }
    try (ArrowReader cut =
        new ArrowStreamReader(new ByteArrayInputStream(bytes, 0, bytes.length - 60), allocator)) {
      assertThrows(IOException.class, () -> ArrowInput.of(cut));
    }
  }

  @Test
  void anEmptyTableIsATable() throws Exception {
    try (ArrowInput meta = meta("aggregate");
        ArrowInput data = data(0);
        ArrowTable table = instance.callArrow(DocumentTables.FUNCTION, meta, data, allocator)) {
      assertEquals(0, table.rows());
      assertEquals("day", table.schema().getFields().get(0).getName());
    }
  }

  /** So many times that a leak of one area would show in the memory's size. */
  @Test
  void aRejectedCallGivesEverythingBack() throws Exception {
    try (ArrowInput meta = meta("dance");
        ArrowInput wrong = ArrowInput.ofBytes("no stream".getBytes(StandardCharsets.UTF_8));
        ArrowInput data = data(2_000)) {
      assertThrows(
          Rejected.class, () -> instance.callArrow(DocumentTables.FUNCTION, meta, data, allocator));
      long size = guest.memorySize();
      for (int i = 0; i < 100; i++) {
        assertThrows(
            Rejected.class,
            () -> instance.callArrow(DocumentTables.FUNCTION, meta, data, allocator));
        assertThrows(
            Rejected.class,
            () -> instance.callArrow(DocumentTables.FUNCTION, meta, wrong, allocator));
      }
      assertEquals(size, guest.memorySize());
      assertTrue(instance.isUsable());
    }
  }

  @Test
  void aFailingReadingLeavesNothing() throws Exception {
    try (ArrowInput meta = meta("test");
        ArrowInput data = data(2_000)) {
      long size = 0;
      for (int i = 0; i < 50; i++) {
        IOException thrown =
            assertThrows(
                IOException.class,
                () ->
                    instance.callArrow(
                        DocumentTables.FUNCTION,
                        meta,
                        data,
                        result -> {
                          throw new IOException("the application's");
                        }));
        assertEquals("the application's", thrown.getMessage());
        size = size == 0 ? guest.memorySize() : size;
      }
      assertEquals(size, guest.memorySize());
    }
  }

  @Test
  void aHostWithoutMemorySaysSoAndGoesOn() throws Exception {
    try (ArrowInput meta = meta("test");
        ArrowInput data = data(2_000);
        BufferAllocator small = allocator.newChildAllocator("small", 0, 4_096)) {
      NoHostMemory e =
          assertThrows(
              NoHostMemory.class,
              () -> instance.callArrow(DocumentTables.FUNCTION, meta, data, small));
      assertTrue(String.valueOf(e.getMessage()).contains("no memory for a copy"), e::getMessage);
      assertEquals(0, small.getAllocatedMemory());
      instance.callArrow(DocumentTables.FUNCTION, meta, data, allocator).close();
    }
  }

  @Test
  void aTableThatDoesNotFitIsNotSent() throws Exception {
    HostedInstance little = instance(guest(Policy.DEFAULT.withMemoryPages(32)));
    byte[] large = new byte[4 << 20];
    try (ArrowInput meta = meta("test");
        ArrowInput data = ArrowInput.ofBytes(large)) {
      NoArea e =
          assertThrows(
              NoArea.class, () -> little.callArrow(DocumentTables.FUNCTION, meta, data, allocator));
      assertTrue(String.valueOf(e.getMessage()).contains("no area of 4194304 bytes"));
      assertTrue(little.isUsable());
    }
  }

  /** What a guest answers is looked at as a whole before anything of it is believed. */
  @Test
  void aLieIsFound() throws Exception {
    byte[] sound;
    try (ArrowInput data = data(20)) {
      sound = new byte[(int) data.length()];
      data.writeTo(ByteBuffer.wrap(sound));
    }
    ArrowResult.of("f", ByteBuffer.wrap(sound)).view();
    int lies = 0;
    for (int cut = 0; cut < sound.length; cut++) {
      byte[] less = Arrays.copyOf(sound, cut);
      Broken e = assertThrows(Broken.class, () -> ArrowResult.of("f", ByteBuffer.wrap(less)));
      assertTrue(String.valueOf(e.getMessage()).startsWith("f: expected an Arrow stream"));
    }
    // Text that is none: the first byte of "größe" becomes one that begins no character.
    for (int at = 0; at < sound.length; at++) {
      if (sound[at] == 'g') {
        byte[] lie = sound.clone();
        lie[at] = (byte) 0xFF;
        Broken e = assertThrows(Broken.class, () -> ArrowResult.of("f", ByteBuffer.wrap(lie)));
        assertTrue(String.valueOf(e.getMessage()).contains("column `content`"), e::getMessage);
        lies++;
      }
    }
    assertEquals(20, lies);
  }

  @Test
  void onlyAFunctionOfThatTypeIsCalled() {
    try (ArrowInput meta = meta("test")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> instance.callArrow("wasm_allocate", meta, meta, allocator));
    }
  }

  @Test
  void aClosedTableIsNotPassed() {
    ArrowInput meta = meta("test");
    meta.close();
    meta.close();
    assertThrows(
        IllegalStateException.class,
        () -> instance.callArrow(DocumentTables.FUNCTION, meta, meta, allocator));
  }
}

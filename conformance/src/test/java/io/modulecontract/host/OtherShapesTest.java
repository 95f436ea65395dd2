package io.modulecontract.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.ExchangeFailed.Rejected;
import io.modulecontract.host.HostedModule.NotHostable;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes that only a descriptor gives: in place, chunk after chunk, through the host. */
class OtherShapesTest {

  private static final String SQUEEZE = "squeeze_spaces";
  private static final String LINES = "number_lines";
  private static final String HEX = "hexadecimal";
  private static final byte[] NO_TEXT = {' ', ' ', (byte) 0xFF};
  private static final List<ModuleDescriptor.Import> DELIVER =
      List.of(new ModuleDescriptor.Import("host", "deliver", Optional.of(ImportMeaning.DELIVER)));

  @TempDir private Path directory;

  private HostedModule module(String name) throws Exception {
    Path file = directory.resolve(name + ".wasm");
    return HostedModule.load(Files.write(file, ReferenceModules.bytes(name + ".wasm")));
  }

  private HostedInstance open(String name) throws Exception {
    return module(name).withImports(DELIVER).open(Policy.DEFAULT.withMemoryPages(64));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  @Test
  void anAreaIsChangedWhereItLies() throws Exception {
    try (HostedInstance instance = open("in_place")) {
      InPlace squeeze = instance.inPlace(SQUEEZE);
      Area area = instance.allocate(9);
      instance.write(area, "  a   ß ".getBytes(UTF_8));
      assertEquals(6, squeeze.change(area));
      assertEquals(" a ß ", text(instance.read(area, 6)));
      instance.release(area);
      assertEquals("x y", text(squeeze.change("x   y".getBytes(UTF_8))));
      assertEquals("", text(squeeze.change(new byte[0])));
    }
  }

  @Test
  void whatIsRejectedInPlaceIsAsItWas() throws Exception {
    try (HostedInstance instance = open("in_place")) {
      InPlace squeeze = instance.inPlace(SQUEEZE);
      Area area = instance.allocate(NO_TEXT.length);
      instance.write(area, NO_TEXT);
      assertThrows(Rejected.class, () -> squeeze.change(area));
      assertArrayEquals(NO_TEXT, instance.read(area, NO_TEXT.length));
      instance.release(area);
      assertThrows(Rejected.class, () -> squeeze.change(NO_TEXT));
      assertTrue(instance.isUsable());
    }
  }

  @Test
  void aTextGoesThroughInChunks() throws Exception {
    try (HostedInstance instance = open("streaming");
        ChunkStream stream = instance.stream(LINES)) {
      assertEquals("1: on", text(stream.next("on".getBytes(UTF_8))));
      assertThrows(IllegalStateException.class, () -> instance.stream(LINES));
      assertEquals("e\n2: two\n", text(stream.next("e\ntwo\n".getBytes(UTF_8))));
      assertEquals("", text(stream.next(new byte[0])));
      assertEquals("3: end", text(stream.last("end".getBytes(UTF_8))));
      assertThrows(IllegalStateException.class, () -> stream.next(new byte[0]));
      assertEquals("1: anew", text(instance.stream(LINES).last("anew".getBytes(UTF_8))));
    }
  }

  @Test
  void anAbandonedTextLeavesNothingBehind() throws Exception {
    try (HostedInstance instance = open("streaming")) {
      try (ChunkStream stream = instance.stream(LINES)) {
        stream.next("a line\nand half a".getBytes(UTF_8));
      }
      assertEquals("1: anew", text(instance.stream(LINES).last("anew".getBytes(UTF_8))));
    }
  }

  @Test
  void memoryStaysAsItIsAfterTheFirstChunks() throws Exception {
    try (HostedInstance instance = open("streaming")) {
      byte[] chunk = "a line of some length\n".repeat(3_000).getBytes(UTF_8);
      ChunkStream stream = instance.stream(LINES);
      for (int i = 0; i < 10; i++) {
        stream.next(chunk);
      }
      long size = instance.memorySize();
      for (int i = 0; i < 200; i++) {
        stream.next(chunk);
      }
      assertEquals("630001: end", text(stream.last("end".getBytes(UTF_8))));
      assertEquals(size, instance.memorySize());
    }
  }

  @Test
  void piecesAreDelivered() throws Exception {
    byte[] payload = new byte[10_000];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = (byte) i;
    }
    try (HostedInstance instance = open("host_callback")) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      assertTrue(
          instance.callDelivering(
              HEX,
              payload,
              piece -> {
                all.writeBytes(piece);
                return true;
              }));
      assertEquals(HexFormat.of().formatHex(payload), all.toString(UTF_8));
    }
  }

  @Test
  void whoWantsNoMoreGetsNoMore() throws Exception {
    try (HostedInstance instance = open("host_callback")) {
      List<Integer> lengths = new ArrayList<>();
      Pieces one =
          piece -> {
            lengths.add(piece.length);
            return false;
          };
      assertFalse(instance.callDelivering(HEX, new byte[100_000], one));
      assertEquals(List.of(4_096), lengths);
      assertTrue(instance.callDelivering(HEX, new byte[1], piece -> true));
    }
  }

  @Test
  void whatIsThrownOverAPieceComesOut() throws Exception {
    try (HostedInstance instance = open("host_callback")) {
      var thrown = new UnsupportedOperationException("no disk");
      Pieces failing =
          piece -> {
            throw thrown;
          };
      assertSame(
          thrown,
          assertThrows(
              UnsupportedOperationException.class,
              () -> instance.callDelivering(HEX, new byte[10_000], failing)));
      assertTrue(instance.callDelivering(HEX, new byte[1], piece -> true));
    }
  }

  @Test
  void theGuestIsNotCalledOverAPiece() throws Exception {
    try (HostedInstance instance = open("host_callback")) {
      Pieces calling = piece -> instance.isUsable() && instance.read(new Area(8, 8), 1)[0] == 0;
      assertThrows(
          IllegalStateException.class, () -> instance.callDelivering(HEX, new byte[10], calling));
    }
  }

  @Test
  void withoutItsImportAModuleIsNotOpened() throws Exception {
    NotHostable refused =
        assertThrows(NotHostable.class, () -> module("host_callback").open(Policy.DEFAULT));
    assertTrue(refused.getMessage().contains("deliver"), refused::getMessage);
  }

  @Test
  void eachFunctionHasItsShape() throws Exception {
    try (HostedInstance instance = open("in_place")) {
      assertThrows(IllegalArgumentException.class, () -> instance.stream(SQUEEZE));
      assertThrows(IllegalArgumentException.class, () -> instance.inPlace("other"));
    }
  }
}

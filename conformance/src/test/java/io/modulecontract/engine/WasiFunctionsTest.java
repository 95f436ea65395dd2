package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.leb;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of WASI preview 1 that a guest may import, called with whatever it likes. */
class WasiFunctionsTest {

  private static final int[][] ARGUMENTS = {{0}, {1}, {3}, {0x80, 1}, {0x7F}};

  static Stream<String> names() {
    return WasiHost.types().keySet().stream().sorted();
  }

  @Test
  void allOfPreview1IsThere() {
    assertTrue(
        WasiHost.types()
            .keySet()
            .containsAll(
                List.of(
                    "args_get",
                    "environ_get",
                    "fd_write",
                    "path_open",
                    "proc_exit",
                    "random_get")));
    assertTrue(WasiHost.types().keySet().size() >= 45, WasiHost.types().keySet()::toString);
  }

  @ParameterizedTest
  @MethodSource("names")
  void anyCallEndsAsAnOutcomeAndIsRecordedAndSilent(String name) {
    for (int[] value : ARGUMENTS) {
      HandMade module = calling(name, value);
      Guest guest = module.guest();
      String printed = printed(() -> guest.allocate(0));
      assertEquals("", printed);
      assertEquals(Map.of(name, 1), guest.hostCalls());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatOneGuestDoesIsNotSeenByTheNext(String name) {
    LoadedModule module = calling(name, new int[] {1}).load();
    Guests guests = new RestoredGuests(module, Policy.DEFAULT, ExecutionMode.COMPILED);
    CallOutcome first = guests.next().allocate(0);
    assertEquals(first, guests.next().allocate(0));
    assertEquals(
        first, new FreshGuests(module, Policy.DEFAULT, ExecutionMode.COMPILED).next().allocate(0));
  }

  @Test
  void whatAGuestWritesGoesNowhere() {
    byte[] type = raw(0x60, 4, 0x7F, 0x7F, 0x7F, 0x7F, 1, 0x7F);
    // fd_write(argument, 8, 1, 4), with one buffer of 5 bytes at 64
    HandMade module =
        new HandMade().wasi("fd_write", type).allocate(0x20, 0, 0x41, 8, 0x41, 1, 0x41, 4, 0x10, 0);
    Guest guest = module.guest();
    guest.fill(8, 8, (5L << 32) | 64);
    guest.fill(64, 5, 0x6F6C_6C65_68L);
    String printed =
        printed(
            () -> {
              assertEquals(new CallOutcome.Returned(0), guest.allocate(1));
              assertEquals(new CallOutcome.Returned(0), guest.allocate(2));
            });
    assertEquals("", printed);
    assertEquals(5, guest.read(4), "the guest is told that all was written");
    assertEquals(Map.of("fd_write", 2), guest.hostCalls());
  }

  /** What a call prints on either stream of this process. */
  private static String printed(Runnable call) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (PrintStream both = new PrintStream(seen, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      call.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return seen.toString(StandardCharsets.UTF_8);
  }

  /** Allocate calls the function with this value for every argument. */
  private static HandMade calling(String name, int[] value) {
    FunctionType function = WasiHost.types().get(name);
    List<ValType> parameters = function.params();
    byte[] type =
        join(
            raw(0x60),
            leb(parameters.size()),
            codes(parameters),
            leb(function.returns().size()),
            codes(function.returns()));
    byte[] arguments =
        join(
            parameters.stream()
                .map(
                    parameter -> join(raw(parameter.equals(ValType.I64) ? 0x42 : 0x41), raw(value)))
                .toArray(byte[][]::new));
    boolean silent = function.returns().isEmpty();
    return new HandMade()
        .wasi(name, type)
        .allocate(arguments, raw(0x10, 0), silent ? raw(0x41, 0) : raw());
  }

  private static byte[] codes(List<ValType> types) {
    return join(
        types.stream()
            .map(type -> raw(type.equals(ValType.I64) ? 0x7E : 0x7F))
            .toArray(byte[][]::new));
  }
}

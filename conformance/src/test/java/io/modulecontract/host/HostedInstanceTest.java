package io.modulecontract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.Profile;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.FreshGuests;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.Policy;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.NoArea;
import io.modulecontract.host.ExchangeFailed.Rejected;
import io.modulecontract.host.ExchangeFailed.Stopped;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exchange gives back what it took, whatever becomes of it. */
class HostedInstanceTest {

  private static final String TEXT = "wasm_memory_c_format_hello_world";
  private static final String BYTES = "wasm_memory_rust_format_hello_world";
  private static final String UPPER = "wasm_memory_c_upper";
  private static final String UPPER_BYTES = "wasm_memory_rust_upper";
  private static final byte[] NO_TEXT = {'a', (byte) 0xFF};

  /** An instance with the guest behind it. */
  private record Opened(HostedInstance instance, Guest guest) {}

  private static Opened open(String module) {
    LoadedModule loaded = ReferenceModules.load(module + ".wasm");
    Guest guest = guest(module);
    return new Opened(new HostedInstance(guest, loaded.outline()), guest);
  }

  private static Guest guest(String module) {
    LoadedModule loaded = ReferenceModules.load(module + ".wasm");
    return new FreshGuests(loaded, Policy.DEFAULT, ExecutionMode.COMPILED).next();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long value(CallOutcome outcome) {
    return assertInstanceOf(CallOutcome.Returned.class, outcome, outcome::words).value();
  }

  /**
   * The areas that such an exchange has live at its end, seen in another instance of the module,
   * where nobody has released any. Instances of one module behave alike.
   */
  private static List<Long> areas(String module, String function, byte[] parameter, boolean bytes) {
    Guest twin = guest(module);
    List<Long> areas = new ArrayList<>();
    long given = value(twin.allocate(parameter.length));
    areas.add(given);
    twin.write(given, parameter);
    long[] arguments = bytes ? new long[] {given, parameter.length} : new long[] {given};
    long result = value(twin.call(function, arguments));
    if (result != 0) {
      areas.add(result);
      if (bytes) {
        areas.add(0xFFFF_FFFFL & pair(twin, result));
      }
    }
    for (long area : areas) {
      assertEquals(Profile.RELEASED, value(twin.deallocate(area)), "live until now");
    }
    return areas;
  }

  private static int pair(Guest guest, long at) {
    return ByteBuffer.wrap(guest.read(at, 8)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static void nothingIsLive(Guest guest, List<Long> areas) {
    for (long area : areas) {
      assertEquals(Profile.NOT_AN_AREA, value(guest.deallocate(area)), "area at " + area);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "c_greeting"})
  void textComesBackAndEverythingIsReleased(String module) throws ExchangeFailed {
    Opened opened = open(module);
    assertEquals("Hello World, W\u00f6rld!", opened.instance().callText(TEXT, "W\u00f6rld"));
    List<Long> areas = areas(module, TEXT, utf8("W\u00f6rld\0"), false);
    assertEquals(2, areas.size());
    nothingIsLive(opened.guest(), areas);
    assertEquals("Hello World, !", opened.instance().callText(TEXT, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "c_greeting"})
  void bytesComeBackAndEverythingIsReleased(String module) throws ExchangeFailed {
    Opened opened = open(module);
    byte[] answer = opened.instance().callBytes(BYTES, utf8("World"));
    assertEquals("Hello World, World!", new String(answer, StandardCharsets.UTF_8));
    List<Long> areas = areas(module, BYTES, utf8("World"), true);
    assertEquals(3, areas.size());
    nothingIsLive(opened.guest(), areas);
    assertEquals(14, opened.instance().callBytes(BYTES, new byte[0]).length);
    assertEquals(42, opened.instance().call("answer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"greeting", "c_greeting"})
  void aRejectedParameterIsReleasedToo(String module) throws ExchangeFailed {
    Opened opened = open(module);
    assertThrows(Rejected.class, () -> opened.instance().callBytes(BYTES, NO_TEXT));
    List<Long> areas = areas(module, BYTES, NO_TEXT, true);
    assertEquals(1, areas.size());
    nothingIsLive(opened.guest(), areas);
    assertTrue(opened.instance().isUsable());
    assertEquals("Hello World, a!", opened.instance().callText(TEXT, "a"));
  }

  @Test
  void aTextThatIsNoneIsReleasedAllTheSame() {
    Opened opened = open("call_03_cuts_a_character");
    String euros = "a" + "\u20ac".repeat(40);
    Broken broken = assertThrows(Broken.class, () -> opened.instance().callText(UPPER, euros));
    assertTrue(String.valueOf(broken.getMessage()).contains("UTF-8"), broken::getMessage);
    nothingIsLive(
        opened.guest(), areas("call_03_cuts_a_character", UPPER, utf8(euros + "\0"), false));
  }

  @Test
  void aTrapSpoilsTheInstance() {
    HostedInstance instance = open("call_13_traps_on_bad_text").instance();
    Stopped stopped = assertThrows(Stopped.class, () -> instance.callBytes(UPPER_BYTES, NO_TEXT));
    assertInstanceOf(CallOutcome.Trapped.class, stopped.outcome());
    assertFalse(instance.isUsable());
    assertThrows(IllegalStateException.class, () -> instance.callBytes(UPPER_BYTES, utf8("a")));
    assertThrows(IllegalStateException.class, () -> instance.allocate(1));
    assertThrows(IllegalStateException.class, () -> instance.release(new Area(8, 1)));
  }

  @Test
  void anExitDoesTheSame() {
    HostedInstance instance = open("pol_03_exits_on_empty").instance();
    Stopped stopped =
        assertThrows(Stopped.class, () -> instance.callBytes(UPPER_BYTES, new byte[0]));
    assertInstanceOf(CallOutcome.Exited.class, stopped.outcome());
    assertFalse(instance.isUsable());
  }

  @Test
  void whatTheContractForbidsIsSaid() {
    broken("call_01_answers_parameter", UPPER, "ABC", "a result apart from its parameter");
    broken("call_01_not_releasable", UPPER, "abc", "deallocate: expected 0");
    broken("call_07_frees_parameter", UPPER, "abc", "deallocate: expected 0");
  }

  private static void broken(String module, String function, String text, String message) {
    HostedInstance instance = open(module).instance();
    Broken broken = assertThrows(Broken.class, () -> instance.callText(function, text));
    assertTrue(String.valueOf(broken.getMessage()).contains(message), broken::getMessage);
  }

  @Test
  void aSlipOfTheApplicationIsNotSentToTheGuest() {
    HostedInstance instance = open("greeting").instance();
    assertSlip("NUL", () -> instance.callText(TEXT, "a\0b"));
    assertSlip("none of that name", () -> instance.callText("hello", "a"));
    assertSlip("of type", () -> instance.callText(BYTES, "a"));
    assertSlip("of type", () -> instance.callBytes(TEXT, new byte[1]));
    assertSlip("of 1 parameters", () -> instance.call("answer", 1));
    assertTrue(instance.isUsable());
  }

  private static void assertSlip(
      String message, org.junit.jupiter.api.function.Executable exchange) {
    IllegalArgumentException slip = assertThrows(IllegalArgumentException.class, exchange);
    assertTrue(String.valueOf(slip.getMessage()).contains(message), slip::getMessage);
  }

  @Test
  void areasAreTheCallersUntilHeReleasesThem() throws ExchangeFailed {
    HostedInstance instance = open("greeting").instance();
    Area area = instance.allocate(100);
    assertTrue(area.end() <= instance.memorySize());
    instance.release(area);
    assertThrows(Broken.class, () -> instance.release(area));
    instance.release(new Area(0, 0));
    NoArea none = assertThrows(NoArea.class, () -> instance.allocate(0xFFFF_FFF0L));
    assertTrue(String.valueOf(none.getMessage()).contains("4294967280"), none::getMessage);
    assertTrue(instance.isUsable());
  }

  @Test
  void anAreaOutsideTheMemoryIsNotTaken() {
    HostedInstance instance = open("alloc_01_large_never_grows").instance();
    assertThrows(Broken.class, () -> instance.allocate(5_000_000));
  }
}

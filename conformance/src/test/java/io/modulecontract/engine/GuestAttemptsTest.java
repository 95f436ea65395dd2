package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.leb;
import static io.modulecontract.binary.WasmBytes.raw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Access;
import io.modulecontract.abi.Capabilities;
import io.modulecontract.wasi.Attempt;
import io.modulecontract.wasi.Grants;
import io.modulecontract.wasi.Preopen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest that tries more than it may: it is refused, the host is unharmed, and it is known. */
class GuestAttemptsTest {

  private static final byte[] TWO = raw(0x60, 2, 0x7F, 0x7F, 1, 0x7F);
  private static final byte[] FOUR = raw(0x60, 4, 0x7F, 0x7F, 0x7F, 0x7F, 1, 0x7F);
  private static final byte[] OPEN =
      raw(0x60, 9, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7E, 0x7E, 0x7F, 0x7F, 1, 0x7F);
  private static final long BAD_DESCRIPTOR = 8;
  private static final long NOT_CAPABLE = 76;
  private static final int CREATE = 1;
  private static final int TRUNCATE = 8;
  private static final int TO_READ = 2;
  private static final int TO_WRITE = 64;

  @TempDir Path directory;
  private Path granted = Path.of("");
  private Path secret = Path.of("");

  @BeforeEach
  void makeFiles() throws IOException {
    granted = Files.createDirectory(directory.resolve("granted"));
    secret = Files.writeString(directory.resolve("secret"), "secret");
    Files.writeString(granted.resolve("file"), "open");
    Files.createDirectory(granted.resolve("sub"));
    Files.createSymbolicLink(granted.resolve("link"), secret);
    Files.createSymbolicLink(granted.resolve("relative"), Path.of("..", "secret"));
    Files.createSymbolicLink(granted.resolve("sub").resolve("out"), directory);
    Files.createSymbolicLink(granted.resolve("inside"), granted.resolve("file"));
  }

  private Guest allowed(HandMade module, Access access) {
    Preopen preopen = new Preopen("/data", Optional.of(granted), access);
    return module.guest(policy(Grants.NOTHING, List.of(preopen)), ExecutionMode.COMPILED);
  }

  private static Policy policy(Grants grants, List<Preopen> directories) {
    return Policy.DEFAULT.withGrants(
        new Grants(
            grants.clock(),
            grants.random(),
            grants.stdin(),
            grants.stdout(),
            grants.stderr(),
            grants.arguments(),
            grants.environment(),
            directories));
  }

  /** Allocate calls {@code path_open(3, follow links, name, flags, rights, 0, 0, 8)}. */
  private static HandMade opening(String name, int flags, int rights) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    byte[] rightsCode = rights < 64 ? raw(0x42, rights) : raw(0x42, (rights & 0x7F) | 0x80, 0);
    return new HandMade()
        .wasi("path_open", OPEN)
        .section(11, join(raw(0, 0x41, 32, 0x0B), leb(utf8.length), utf8))
        .allocate(
            raw(0x41, 3, 0x41, 1, 0x41, 32, 0x41),
            leb(utf8.length),
            raw(0x41, flags),
            rightsCode,
            raw(0x42, 0, 0x41, 0, 0x41, 8, 0x10, 0));
  }

  private static void assertTried(Guest guest, String words, boolean granted) {
    List<Attempt> attempts = guest.attempts();
    assertEquals(1, attempts.size(), attempts::toString);
    assertEquals(words, attempts.get(0).words());
    assertEquals(granted, attempts.get(0).granted(), attempts::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "..",
        "../secret",
        "sub/../../secret",
        "./../granted/../secret",
        "link",
        "relative",
        "sub/out/secret",
        "sub/out",
        "inside"
      })
  void noNameLeadsOut(String name) throws IOException {
    for (Access access : Access.values()) {
      Guest guest = allowed(opening(name, 0, TO_READ), access);
      assertEquals(new CallOutcome.Returned(NOT_CAPABLE), guest.allocate(0));
      assertTried(guest, "path_open \"" + name + "\" in /data", false);
      Guest writer = allowed(opening(name, CREATE | TRUNCATE, TO_WRITE), access);
      assertEquals(new CallOutcome.Returned(NOT_CAPABLE), writer.allocate(0));
    }
    assertEquals("secret", Files.readString(secret));
    assertEquals("open", Files.readString(granted.resolve("file")));
  }

  @ParameterizedTest
  @CsvSource({"0, 64", "8, 2", "1, 2"})
  void whatIsOpenForReadingIsNotWritten(int flags, int rights) throws IOException {
    Guest guest = allowed(opening("file", flags, rights), Access.READ);
    assertEquals(new CallOutcome.Returned(NOT_CAPABLE), guest.allocate(0));
    assertTried(guest, "path_open \"file\" in /data for writing", false);
    assertEquals("open", Files.readString(granted.resolve("file")));
  }

  @Test
  void whatIsGrantedIsOpened() {
    Guest guest = allowed(opening("sub/.././file", 0, TO_READ), Access.READ);
    GuestState start = guest.snapshot();
    assertEquals(new CallOutcome.Returned(0), guest.allocate(0));
    assertEquals(4, guest.read(8));
    assertTried(guest, "path_open \"sub/.././file\" in /data", true);
    assertFalse(guest.restore(start), "an open file is not in the memory");
  }

  @Test
  void withoutADirectoryThereIsNothingToOpen() {
    Guest guest = opening("/etc/passwd", 0, TO_READ).guest();
    assertEquals(new CallOutcome.Returned(BAD_DESCRIPTOR), guest.allocate(0));
    assertTried(guest, "path_open \"/etc/passwd\"", false);
  }

  @Test
  void aDirectoryAskedForIsEmptyAndStaysSo() {
    Capabilities asked =
        new Capabilities(
            false,
            false,
            false,
            false,
            false,
            false,
            List.of(),
            List.of(new Capabilities.Directory("/data", Access.WRITE)));
    Policy policy = Policy.DEFAULT.withGrants(Grants.harmless(asked));
    Guest reader = opening("file", 0, TO_READ).guest(policy, ExecutionMode.COMPILED);
    GuestState start = reader.snapshot();
    assertEquals(new CallOutcome.Returned(44), reader.allocate(0));
    assertTried(reader, "path_open \"file\" in /data", true);
    assertTrue(reader.restore(start));
    Guest writer = opening("file", CREATE, TO_WRITE).guest(policy, ExecutionMode.COMPILED);
    assertEquals(new CallOutcome.Returned(51), writer.allocate(0));
  }

  @Test
  void aRecordEndsWithItsState() {
    Guest guest = opening("a", 0, TO_READ).guest();
    GuestState start = guest.snapshot();
    assertEquals(List.of(), guest.attempts());
    guest.allocate(0);
    guest.allocate(0);
    assertEquals(1, guest.attempts().size());
    assertTrue(guest.restore(start));
    assertEquals(List.of(), guest.attempts());
  }

  @Test
  void aHundredDifferentThingsAreEnough() {
    // path_open of a name as long as the argument says
    HandMade module =
        new HandMade()
            .wasi("path_open", OPEN)
            .allocate(
                raw(0x41, 3, 0x41, 1, 0x41, 32, 0x20, 0, 0x41, 0, 0x42, 0, 0x42, 0, 0x41, 0, 0x41),
                raw(8, 0x10, 0));
    Guest guest = module.guest();
    guest.fill(32, 1000, 0x6161_6161_6161_6161L);
    for (int length = 1; length < 150; length++) {
      guest.allocate(length);
    }
    assertEquals(100, guest.attempts().size());
  }

  @Test
  void anExitIsKnown() {
    HandMade module =
        new HandMade().wasi("proc_exit", raw(0x60, 1, 0x7F, 0)).allocate(0x41, 3, 0x10, 0, 0x41, 0);
    Guest guest = module.guest();
    assertEquals(new CallOutcome.Exited(3), guest.allocate(0));
    assertTried(guest, "proc_exit 3", false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"environ_sizes_get", "args_sizes_get", "random_get"})
  void whatIsAskedIsKnownByName(String function) {
    HandMade module = new HandMade().wasi(function, TWO).allocate(0x41, 8, 0x41, 16, 0x10, 0);
    Guest guest = module.guest();
    assertEquals(new CallOutcome.Returned(0), guest.allocate(0));
    assertTried(guest, function, false);
    Capabilities all =
        new Capabilities(true, true, true, true, true, true, List.of("TZ"), List.of());
    Guest other =
        module.guest(Policy.DEFAULT.withGrants(Grants.harmless(all)), ExecutionMode.COMPILED);
    other.allocate(0);
    assertTried(other, function, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sock_shutdown", "proc_raise", "sock_accept"})
  void whatNoHostDoesIsRefused(String function) {
    byte[] type =
        switch (function) {
          case "sock_shutdown" -> TWO;
          case "proc_raise" -> raw(0x60, 1, 0x7F, 1, 0x7F);
          default -> raw(0x60, 3, 0x7F, 0x7F, 0x7F, 1, 0x7F);
        };
    int[] arguments =
        switch (function) {
          case "sock_shutdown" -> new int[] {0x41, 3, 0x41, 0};
          case "proc_raise" -> new int[] {0x41, 6};
          default -> new int[] {0x41, 3, 0x41, 0, 0x41, 0};
        };
    Guest guest =
        new HandMade().wasi(function, type).allocate(raw(arguments), raw(0x10, 0)).guest();
    assertEquals(new CallOutcome.Returned(58), guest.allocate(0));
    assertTried(guest, function, false);
  }

  @Test
  void printingWithoutEndEndsAtTheDeadlineAndIsCounted() {
    // loop: fd_write(1, 8, 1, 4); one buffer of 60 000 bytes
    HandMade module =
        new HandMade()
            .wasi("fd_write", FOUR)
            .allocate(
                0x03, 0x40, 0x41, 1, 0x41, 8, 0x41, 1, 0x41, 4, 0x10, 0, 0x1A, 0x0C, 0, 0x0B, 0x00);
    Policy policy = Policy.DEFAULT.withDeadline(Duration.ofMillis(200));
    Guest guest = module.guest(policy, ExecutionMode.COMPILED);
    guest.fill(8, 8, 60_000L << 32);
    assertEquals(CallOutcome.DeadlineExceeded.class, guest.allocate(0).getClass());
    assertTried(guest, "fd_write stdout", false);
    assertTrue(guest.printed() > 600_000, () -> "" + guest.printed());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1_000, 0x7FFF_FFFF, -1})
  void buffersThatAreMoreThanTheMemoryAreRefused(int count) {
    // fd_read(0, 8, argument, 4), each buffer the whole memory
    HandMade module =
        new HandMade().wasi("fd_read", FOUR).allocate(0x41, 0, 0x41, 8, 0x20, 0, 0x41, 4, 0x10, 0);
    Guest guest = module.guest();
    guest.fill(8, 8_000, 65_536L << 32);
    CallOutcome outcome = guest.allocate(count & 0xFFFF_FFFFL);
    assertEquals(new CallOutcome.Returned(28), outcome);
  }

  @Test
  void whoMayKnowTheTimeIsWokenAtOnce() {
    Capabilities clock =
        new Capabilities(true, false, false, false, false, false, List.of(), List.of());
    // poll_oneoff(64, 256, 1, 8): a clock that rings in an hour
    HandMade module =
        new HandMade()
            .wasi("poll_oneoff", FOUR)
            .allocate(
                join(raw(0x41), raw(0xC0, 0), raw(0x41), raw(0x80, 2)),
                raw(0x41, 1, 0x41, 8, 0x10, 0));
    Guest guest =
        module.guest(Policy.DEFAULT.withGrants(Grants.harmless(clock)), ExecutionMode.COMPILED);
    guest.fill(64, 8, 0x77);
    guest.fill(88, 8, 3_600_000_000_000L);
    assertEquals(new CallOutcome.Returned(0), guest.allocate(0));
    assertEquals(1, guest.read(8));
    assertEquals(0x77, guest.read(256));
    assertTried(guest, "poll_oneoff", true);
  }
}

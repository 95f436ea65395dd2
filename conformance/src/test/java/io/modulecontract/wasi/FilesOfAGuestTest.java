package io.modulecontract.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modulecontract.abi.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guest does with directories, files, variables that were really granted. */
class FilesOfAGuestTest {

  private static final long READ = 1 << 1;
  private static final long WRITE = 1 << 6;
  private static final long READ_ONLY = 3;
  private static final long WRITABLE = 4;
  private static final int NAME = 1_000;
  private static final int OTHER = 2_000;
  private static final int OUT = 3_000;

  @TempDir Path directory;
  private final ArrayBytes memory = new ArrayBytes();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Wasi wasi = new Wasi(Grants.NOTHING, 0);

  @BeforeEach
  void grant() throws IOException {
    Path look = Files.createDirectories(directory.resolve("look").resolve("sub"));
    Files.writeString(directory.resolve("look").resolve("poem"), "roses are red");
    Path work = Files.createDirectory(directory.resolve("work"));
    wasi =
        new Wasi(
            new Grants(
                Grant.REAL,
                Grant.REAL,
                true,
                Output.to(printed),
                Output.DISCARDED,
                Optional.of(List.of("first", "zwölf")),
                Optional.of(Map.of("TZ", "UTC", "A", "")),
                List.of(
                    new Preopen("/look", Optional.of(look.getParent()), Access.READ),
                    new Preopen("/work", Optional.of(work), Access.WRITE))),
            0);
  }

  @AfterEach
  void close() {
    wasi.close();
  }

  private int call(String function, long... arguments) {
    return wasi.function(function).call(memory, arguments);
  }

  private int open(long folder, String name, int flags, long rights) {
    int length = memory.text(NAME, name);
    return call("path_open", folder, 1, NAME, length, flags, rights, 0, 0, OUT);
  }

  /** Opens what must open; its descriptor. */
  private long opened(long folder, String name, int flags, long rights) {
    assertEquals(0, open(folder, name, flags, rights));
    return memory.readInt(OUT);
  }

  private int write(long file, String text) {
    memory.writeInt(OTHER, OTHER + 8);
    memory.writeInt(OTHER + 4, memory.text(OTHER + 8, text));
    return call("fd_write", file, OTHER, 1, OUT);
  }

  private String read(long file, int most) {
    memory.writeInt(OTHER, OTHER + 8);
    memory.writeInt(OTHER + 4, most);
    assertEquals(0, call("fd_read", file, OTHER, 1, OUT));
    return memory.text(OTHER + 8, memory.readInt(OUT));
  }

  private Path work(String name) {
    return directory.resolve("work").resolve(name);
  }

  @Test
  void grantedDirectoriesIntroduceThemselves() {
    assertEquals(0, call("fd_prestat_get", WRITABLE, OUT));
    assertEquals(5, memory.readInt(OUT + 4));
    assertEquals(0, call("fd_prestat_dir_name", WRITABLE, OUT, 5));
    assertEquals("/work", memory.text(OUT, 5));
    assertEquals(8, call("fd_prestat_get", 5, OUT));
    assertEquals(List.of(), wasi.attempts());
  }

  @Test
  void aFileIsReadFromWhereTheGuestWants() {
    long file = opened(READ_ONLY, "poem", 0, READ);
    assertEquals("roses", read(file, 5));
    assertEquals(0, call("fd_seek", file, -3, 2, OUT));
    assertEquals(10, memory.readLong(OUT));
    assertEquals("red", read(file, 100));
    assertEquals("", read(file, 100));
    memory.writeInt(OTHER + 4, 3);
    assertEquals(0, call("fd_pread", file, OTHER, 1, 6, OUT));
    assertEquals("are", memory.text(OTHER + 8, 3));
    assertEquals(0, call("fd_tell", file, OUT));
    assertEquals(13, memory.readLong(OUT));
    assertEquals(28, call("fd_seek", file, -1, 0, OUT));
    assertEquals(0, call("fd_close", file));
    assertEquals(8, call("fd_tell", file, OUT));
  }

  @Test
  void whatIsReadIsNotWritten() throws IOException {
    long file = opened(READ_ONLY, "poem", 0, READ);
    assertEquals(76, write(file, "x"));
    assertEquals(76, call("fd_filestat_set_size", file, 0));
    assertEquals(76, call("fd_allocate", file, 0, 100));
    assertEquals(76, call("fd_filestat_set_times", file, 0, 0, 5));
    for (String function : List.of("path_unlink_file", "path_create_directory")) {
      assertEquals(76, call(function, READ_ONLY, NAME, memory.text(NAME, "poem")));
    }
    assertEquals(
        List.of(
            "fd_write /look/poem",
            "fd_filestat_set_size /look/poem",
            "fd_allocate /look/poem",
            "fd_filestat_set_times /look/poem",
            "path_unlink_file \"poem\" in /look for writing",
            "path_create_directory \"poem\" in /look for writing"),
        wasi.attempts().stream().filter(a -> !a.granted()).map(Attempt::words).toList());
    assertEquals("roses are red", Files.readString(directory.resolve("look").resolve("poem")));
  }

  @Test
  void aFileIsMadeAndWrittenAndChanged() throws IOException {
    long file = opened(WRITABLE, "new", 1, READ | WRITE);
    assertEquals(0, write(file, "one two"));
    assertEquals(7, memory.readInt(OUT));
    assertEquals("one two", Files.readString(work("new")));
    assertEquals(0, call("fd_filestat_set_size", file, 3));
    assertEquals("one", Files.readString(work("new")));
    assertEquals(0, call("fd_allocate", file, 0, 10));
    assertEquals(10, Files.size(work("new")));
    assertEquals(20, open(WRITABLE, "new", 1 | 4, WRITE));
    assertEquals(0, call("path_create_directory", WRITABLE, NAME, memory.text(NAME, "folder")));
    assertEquals(20, call("path_create_directory", WRITABLE, NAME, memory.text(NAME, "folder")));
    int from = memory.text(NAME, "new");
    int to = memory.text(OTHER, "folder/old");
    assertEquals(0, call("path_rename", WRITABLE, NAME, from, WRITABLE, OTHER, to));
    assertTrue(Files.exists(work("folder").resolve("old")));
    assertEquals(55, call("path_remove_directory", WRITABLE, NAME, memory.text(NAME, "folder")));
    assertEquals(31, call("path_unlink_file", WRITABLE, NAME, memory.text(NAME, "folder")));
    assertEquals(0, call("path_unlink_file", WRITABLE, NAME, memory.text(NAME, "folder/old")));
    assertEquals(0, call("path_remove_directory", WRITABLE, NAME, memory.text(NAME, "folder")));
    assertEquals(44, open(WRITABLE, "folder", 0, READ));
    assertTrue(wasi.changed());
  }

  @Test
  void appendingGoesToTheEnd() throws IOException {
    Files.writeString(work("log"), "a");
    int length = memory.text(NAME, "log");
    assertEquals(0, call("path_open", WRITABLE, 0, NAME, length, 0, WRITE, 0, 1, OUT));
    long file = memory.readInt(OUT);
    assertEquals(0, call("fd_seek", file, 0, 0, OUT));
    assertEquals(0, write(file, "b"));
    assertEquals("ab", Files.readString(work("log")));
  }

  @Test
  void nothingIsMovedOutOfADirectory() throws IOException {
    Files.writeString(work("mine"), "x");
    int from = memory.text(NAME, "mine");
    int to = memory.text(OTHER, "../stolen");
    assertEquals(76, call("path_rename", WRITABLE, NAME, from, WRITABLE, OTHER, to));
    to = memory.text(OTHER, "poem");
    assertEquals(76, call("path_rename", WRITABLE, NAME, from, READ_ONLY, OTHER, to));
    assertTrue(Files.exists(work("mine")));
    assertFalse(Files.exists(directory.resolve("stolen")));
  }

  @Test
  void nobodyMakesALink() {
    int target = memory.text(NAME, "/etc/passwd");
    int name = memory.text(OTHER, "link");
    assertEquals(58, call("path_symlink", NAME, target, WRITABLE, OTHER, name));
    assertEquals(58, call("path_link", WRITABLE, 0, NAME, target, WRITABLE, OTHER, name));
    assertEquals(58, call("path_readlink", WRITABLE, OTHER, name, OUT, 10, OUT));
    assertFalse(Files.exists(work("link")));
    assertTrue(wasi.attempts().stream().noneMatch(Attempt::granted));
  }

  @Test
  void aDirectoryIsListedByName() throws IOException {
    Files.createSymbolicLink(directory.resolve("look").resolve("link"), directory);
    assertEquals(0, call("fd_readdir", READ_ONLY, OUT, 1_000, 0, NAME));
    int used = memory.readInt(NAME);
    StringBuilder listed = new StringBuilder();
    for (int at = OUT; at < OUT + used; ) {
      int length = memory.readInt(at + 16);
      listed.append(memory.text(at + 24, length)).append(memory.read(at + 20)).append(' ');
      at += 24 + length;
    }
    assertEquals(".3 ..3 link7 poem4 sub3 ", listed.toString());
    assertEquals(0, call("fd_readdir", READ_ONLY, OUT, 30, 3, NAME));
    assertEquals(30, memory.readInt(NAME), "cut, so the guest asks again");
    assertEquals("poem", memory.text(OUT + 24, 4));
    assertEquals(0, call("fd_readdir", READ_ONLY, OUT, 30, 99, NAME));
    assertEquals(0, memory.readInt(NAME));
  }

  @Test
  void aDirectoryInADirectoryHasItsRights() {
    long sub = opened(READ_ONLY, "sub", 2, READ);
    assertEquals(76, open(sub, "new", 1, WRITE));
    assertEquals(76, open(sub, "../poem", 0, READ));
    assertEquals(54, open(READ_ONLY, "poem", 2, READ));
    assertEquals(31, open(WRITABLE, ".", 0, WRITE));
  }

  @Test
  void aFileTellsItsSizeAndKind() {
    int length = memory.text(NAME, "poem");
    assertEquals(0, call("path_filestat_get", READ_ONLY, 1, NAME, length, OUT));
    assertEquals(4, memory.read(OUT + 16));
    assertEquals(13, memory.readLong(OUT + 32));
    assertEquals(0, memory.readLong(OUT), "the host's numbers are its own");
    assertEquals(0, call("fd_filestat_get", READ_ONLY, OUT));
    assertEquals(3, memory.read(OUT + 16));
  }

  @Test
  void onlyFilesAreOpened() {
    Path devices = Path.of("/dev");
    assumeTrue(Files.exists(devices.resolve("null")));
    Grants nothing = Grants.NOTHING;
    wasi =
        new Wasi(
            new Grants(
                nothing.clock(),
                nothing.random(),
                false,
                nothing.stdout(),
                nothing.stderr(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Preopen("/dev", Optional.of(devices), Access.WRITE))),
            0);
    assertEquals(76, open(3, "null", 0, READ));
    assertEquals(76, open(3, "null", 0, WRITE));
    assertEquals(List.of(new Attempt("path_open", "\"null\" in /dev", false)), wasi.attempts());
  }

  @Test
  void descriptorsRunOut() {
    int answer = 0;
    for (int i = 0; i < 300 && answer == 0; i++) {
      answer = open(READ_ONLY, "poem", 0, READ);
    }
    assertEquals(33, answer);
  }

  @Test
  void variablesAndArgumentsAreHandedOver() {
    assertEquals(0, call("environ_sizes_get", OUT, OUT + 4));
    assertEquals(2, memory.readInt(OUT));
    assertEquals(10, memory.readInt(OUT + 4));
    assertEquals(0, call("environ_get", OUT, OTHER));
    assertEquals("A=\0TZ=UTC\0", memory.text(OTHER, 10));
    assertEquals(OTHER + 3, memory.readInt(OUT + 4));
    assertEquals(0, call("args_sizes_get", OUT, OUT + 4));
    assertEquals(13, memory.readInt(OUT + 4));
    assertEquals(0, call("args_get", OUT, OTHER));
    assertEquals("first\0zwölf\0", memory.text(OTHER, 13));
    assertTrue(wasi.attempts().stream().allMatch(Attempt::granted));
  }

  @Test
  void whatIsPassedThroughHasABound() {
    assertEquals(0, write(1, "hello"));
    assertEquals(0, write(2, "unseen"));
    assertEquals("hello", printed.toString(StandardCharsets.UTF_8));
    assertEquals(11, wasi.printed());
    String line = "x".repeat(60_000);
    for (int i = 0; i < 400; i++) {
      assertEquals(0, write(1, line));
    }
    assertTrue(printed.size() <= Streams.MOST_PRINTED, () -> "" + printed.size());
    assertEquals(11 + 400L * 60_000, wasi.printed());
    assertTrue(
        wasi.attempts().contains(new Attempt("fd_write", "stdout beyond 16777216 bytes", false)));
  }

  @Test
  void realTimeMoves() {
    assertEquals(0, call("clock_time_get", 0, 0, OUT));
    assertTrue(memory.readLong(OUT) > 1_700_000_000L * 1_000_000_000L);
    assertEquals(0, call("random_get", OUT, 8));
    long first = memory.readLong(OUT);
    wasi.restore(0);
    assertEquals(0, call("random_get", OUT, 8));
    assertTrue(first != memory.readLong(OUT));
  }
}

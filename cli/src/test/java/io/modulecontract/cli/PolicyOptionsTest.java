package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Access;
import io.modulecontract.wasi.Grant;
import io.modulecontract.wasi.Grants;
import io.modulecontract.wasi.Output;
import io.modulecontract.wasi.Preopen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a guest may use, as it is said on the command line. */
final class PolicyOptionsTest {

  private static final String LIMITS =
      "format = \"module-contract/1\"\n[limits]\nmemory = \"3 MiB\"\ndeadline = \"3 s\"\n";

  @TempDir private Path directory;

  @Command
  private static final class Any {
    @CommandLine.Mixin private PolicyOptions allowed = new PolicyOptions();
  }

  private static PolicyOptions parse(String... arguments) {
    Any any = new Any();
    new CommandLine(any).parseArgs(arguments);
    return any.allowed;
  }

  @Test
  void nothingIsGrantedUnasked() {
    assertEquals(Grants.NOTHING, parse().harmless());
    assertEquals(Grants.NOTHING, parse().real(new ByteArrayOutputStream(), System.err));
  }

  @Test
  void everythingThereIs() {
    PolicyOptions options =
        parse(
            "--dir=" + directory + ":/data",
            "--dir=" + directory + ":/work:write",
            "--dir=" + directory + ":read:read",
            "--env=TZ=UTC",
            "--env=EMPTY=",
            "--env=SUM=1=1",
            "--arg=a b",
            "--arg=",
            "--clock",
            "--random",
            "--stdin",
            "--stdout",
            "--memory-limit=1MiB");
    Optional<Path> host = Optional.of(directory);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(
        new Grants(
            Grant.REAL,
            Grant.REAL,
            true,
            Output.to(out),
            Output.REFUSED,
            Optional.of(List.of("a b", "")),
            Optional.of(Map.of("TZ", "UTC", "EMPTY", "", "SUM", "1=1")),
            List.of(
                new Preopen("/data", host, Access.READ),
                new Preopen("/work", host, Access.WRITE),
                new Preopen("read", host, Access.READ))),
        options.real(out, System.err));
    assertEquals(Grant.HARMLESS, options.harmless().clock());
    assertEquals(Output.DISCARDED, options.harmless().stdout());
    assertEquals(OptionalInt.of(16), options.limits().memoryPages());
    assertEquals(Optional.empty(), options.limits().deadline());
  }

  @Test
  void aBuildPassesSeveralInOne() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String host = directory.toString();
    PolicyOptions single =
        parse(
            "--dir=" + host + ":/a",
            "--dir=" + host + ":/b:write",
            "--env=A=1,2",
            "--env=B=",
            "--arg=x",
            "--arg=");
    PolicyOptions list =
        parse(
            "--dir-list=" + host + ":/a;" + host + ":/b:write",
            "--env-list=A=1,2;B=",
            "--arg-list=x;",
            "--clock=false",
            "--stdout=false");
    assertEquals(single.real(out, out), list.real(out, out));
    assertEquals(Grants.NOTHING, parse("--dir-list=", "--env-list=", "--arg-list=").harmless());
    assertEquals(Grant.HARMLESS, parse("--clock=true").harmless().clock());
    CommandLineRun.of("check", "--env-list=A=1;B", "x.wasm")
        .ends(2)
        .complains("expected NAME=VALUE, found 'B'");
  }

  @Test
  void limitsAreTheDescriptorsUnlessTheUserSaysOtherwise() throws IOException {
    Path module = Prebuilt.file(directory, "init_02_huge_static_memory");
    String name = "init_02_huge_static_memory.contract.toml";
    Files.writeString(directory.resolve(name), LIMITS);
    CommandLineRun.check(directory, "--clause=INIT-02", module)
        .ends(1)
        .shows("at most 48 pages", "findings/INIT-02.json");
    CommandLineRun.check(directory, "--clause=INIT-02", "--memory-limit=2MiB", module)
        .ends(1)
        .shows("at most 32 pages", "--memory-limit 32pages");
  }

  @Test
  void whatIsGrantedIsInTheCommandThatShowsItAgain() throws IOException {
    Path module = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    String granted = directory + ":/data:read";
    CommandLineRun run =
        CommandLineRun.check(
            directory, "--clause=ALLOC-04", "--dir=" + granted, "--env=A=b", "--clock", module);
    String again = CommandLineRun.report(directory).toString();
    assertTrue(again.contains("--dir " + granted + " --env A=b --clock"), () -> run + again);
  }

  @Test
  void anInstanceMustStartWithNothingWhateverIsGranted() throws IOException {
    Path module = Prebuilt.file(directory, "init_01_needs_variable");
    CommandLineRun.check(directory, "--clause=INIT-01", module).ends(1);
    CommandLineRun.check(directory, "--clause=ALLOC-01", module).ends(3);
    // Granted, it starts; the clause is about starting without.
    CommandLineRun.check(directory, "--clause=ALLOC-01", "--env=A=b", module).ends(0);
    CommandLineRun.check(directory, "--clause=INIT-01", "--env=A=b", module).ends(1);
    Path other = Prebuilt.file(directory, "init_01_needs_directory");
    String granted = "--dir=" + directory + ":/data";
    CommandLineRun.check(directory, "--clause=ALLOC-01", granted, other).ends(0);
    CommandLineRun.check(directory, "--clause=INIT-01", granted, other).ends(1);
  }

  @Test
  void aDescriptorGrantsWhatItAsksForHarmlessly() throws IOException {
    Path module = Prebuilt.file(directory, "init_01_needs_directory");
    Files.writeString(
        directory.resolve("init_01_needs_directory.contract.toml"),
        """
        format = "module-contract/1"
        [capabilities]
        directories = [ { guest = "/data", access = "write" } ]
        """);
    CommandLineRun.check(directory, "--clause=ALLOC-01", module).ends(0);
    CommandLineRun.check(directory, "--clause=INIT-01", module).ends(1);
  }
}

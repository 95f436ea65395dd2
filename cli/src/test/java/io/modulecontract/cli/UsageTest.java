package io.modulecontract.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A command line that nobody can mean: told in a line or two, before anything runs. */
final class UsageTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --clause=ALLOC-99          | '--clause' | found 'ALLOC-99'
          --clause=MOD-01,,MOD-02    | '--clause' | found ''
          --effort=heroic            | '--effort' | expected quick, standard, thorough, found 'heroic'
          --seed=lucky               | '--seed'   | expected a whole number of 64 bits, found 'lucky'
          --seed=9223372036854775808 | '--seed'   | found '9223372036854775808'
          --memory-limit=lots        | '--memory-limit' | expected a size such as 128MiB or 2048pages, found 'lots'
          --memory-limit=1           | '--memory-limit' | expected 64KiB to 2097088KiB, found '1'
          --memory-limit=4GiB        | '--memory-limit' | expected 64KiB to 2097088KiB, found '4GiB'
          --memory-limit=-1pages     | '--memory-limit' | found '-1pages'
          --deadline=soon            | '--deadline' | expected a time such as 5s or 250ms, found 'soon'
          --deadline=0ms             | '--deadline' | expected 1ms to 60min, found '0ms'
          --deadline=999999999999min | '--deadline' | expected 1ms to 60min, found '999999999999min'
          --dir=nowhere              | '--dir' | expected HOST:GUEST, HOST:GUEST:read or HOST:GUEST:write, found 'nowhere'
          --dir=:/data               | '--dir' | found ':/data'
          --dir=/no/such/place:/data | '--dir' | expected a directory, found no directory '/no/such/place'
          --env=TZ                   | '--env' | expected NAME=VALUE, found 'TZ'
          --env==1                   | '--env' | expected NAME=VALUE, found '=1'
          --clock=now                | '--clock' | 'now'
          --strict=perhaps           | '--strict' | 'perhaps'
          --colour=always            | Unknown option | '--colour=always'
          """)
  void optionIsWrong(String option, String place, String found) throws IOException {
    Path module = Prebuilt.file(directory, "greeting");
    CommandLineRun.of("check", option, module)
        .ends(ModuleContract.WRONG_USAGE)
        .complains(place, found, "help: module-contract check --help");
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        Arguments.of(new String[] {}, "expected a command"),
        Arguments.of(new String[] {"check"}, "'MODULE'"),
        Arguments.of(new String[] {"check", ""}, "expected the name of a file, found ''"),
        Arguments.of(new String[] {"check", "--seed"}, "'--seed'"),
        Arguments.of(new String[] {"chek", "a.wasm"}, "'chek'"),
        Arguments.of(new String[] {"explain"}, "'CLAUSE'"),
        Arguments.of(new String[] {"explain", "ALLOC-99"}, "found 'ALLOC-99'"),
        Arguments.of(new String[] {"explain", "ALLOC-01", "ALLOC-02"}, "'ALLOC-02'"));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void partIsMissingOrUnknown(String[] arguments, String told) {
    CommandLineRun.of((Object[]) arguments).ends(ModuleContract.WRONG_USAGE).complains(told);
  }

  @Test
  void whatIsRepeatedMovesNoCursor() {
    CommandLineRun.of("check", "--effort=\u001b[2J", "a.wasm")
        .ends(ModuleContract.WRONG_USAGE)
        .complains("found '?[2J'");
  }
}

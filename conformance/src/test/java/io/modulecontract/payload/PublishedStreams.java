package io.modulecontract.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.modulecontract.ReferenceModules;
import io.modulecontract.abi.Capabilities;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.arrow.FlawKind;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.descriptor.DescriptorReader;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.script.Content;
import io.modulecontract.wasi.Grants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The streams that the project Apache Arrow publishes for tests: those that crashed its readers,
 * and sound ones of other schemas. None of them is kept here, so this is no part of a build: it
 * runs where its name is asked for, and fails where the property names no checkout ({@code
 * CONTRIBUTING.md} has the commands).
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class PublishedStreams {

  private static final String PROPERTY = "arrow.testing";

  private static List<Path> streams() throws IOException {
    String checkout = System.getProperty(PROPERTY);
    assertNotNull(checkout, "expected -D" + PROPERTY + "=FOLDER, a checkout of arrow-testing");
    Path folder = Path.of(checkout, "data", "arrow-ipc-stream");
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> streams = files.filter(Files::isRegularFile).sorted().toList();
      assertFalse(streams.isEmpty(), () -> "no file in " + folder);
      return streams;
    }
  }

  @Test
  void eachIsReadWithoutHarm() throws IOException {
    int sound = 0;
    Map<FlawKind, Integer> flaws = new EnumMap<>(FlawKind.class);
    List<Path> all = streams();
    for (Path file : all) {
      StreamReading reading = StreamReader.read(Files.readAllBytes(file));
      if (reading instanceof StreamReading.Flawed flawed) {
        assertFalse(flawed.flaw().toString().isBlank(), file::toString);
        flaws.merge(flawed.flaw().kind(), 1, Integer::sum);
      } else {
        // All of its values can be read, too.
        SoundStream stream = assertInstanceOf(SoundStream.class, reading);
        assertEquals(stream.rows(), stream.table().rowCount(), file::toString);
        sound++;
      }
    }
    System.out.println(all.size() + " files: " + sound + " sound streams, flaws " + flaws);
  }

  @Test
  void documentsRejectsEachWithoutATrap() throws Exception {
    String name = "documents.contract.toml";
    String text = new String(ReferenceModules.bytes(name), StandardCharsets.UTF_8);
    ModuleDescriptor.Function function = DescriptorReader.parse(name, text).functions().get(0);
    Parameters usual = new StreamPayloads(function.tables().orElseThrow()).usual();
    Capabilities random =
        new Capabilities(false, true, false, false, false, false, List.of(), List.of());
    Guests guests =
        new RestoredGuests(
            ReferenceModules.load("documents.wasm"),
            Policy.DEFAULT.withGrants(Grants.harmless(random)),
            ExecutionMode.COMPILED);
    assertInstanceOf(
        CallOutcome.Returned.class, call(guests.next(), function.name(), usual), "the usual call");
    List<Path> all = streams();
    for (Path file : all) {
      byte[] bytes = Files.readAllBytes(file);
      for (int area = 0; area < 2; area++) {
        Parameters wrong = usual.with(area, Content.of(bytes));
        assertEquals(
            new CallOutcome.Returned(0),
            call(guests.next(), function.name(), wrong),
            file + (area == 0 ? " as meta" : " as data"));
      }
    }
    System.out.println(2 * all.size() + " calls of documents, each answered 0");
  }

  private static CallOutcome call(Guest guest, String function, Parameters parameters) {
    long[] arguments = new long[4];
    for (int area = 0; area < 2; area++) {
      byte[] bytes = parameters.contents().get(area).bytes();
      long pointer =
          assertInstanceOf(CallOutcome.Returned.class, guest.allocate(bytes.length)).value();
      assertFalse(pointer == 0, "no area of " + bytes.length + " bytes");
      guest.write(pointer, bytes);
      arguments[2 * area] = pointer;
      arguments[2 * area + 1] = bytes.length;
    }
    return guest.call(function, arguments);
  }
}

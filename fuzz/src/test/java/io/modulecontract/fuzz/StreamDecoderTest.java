package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.arrow.FlawKind;
import io.modulecontract.arrow.SoundStream;
import io.modulecontract.arrow.StreamReader;
import io.modulecontract.arrow.StreamReading;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.fuzz.StreamCalls.Form;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls with streams, from bytes: total, stable, and sound where they say so. */
class StreamDecoderTest {

  private static final long ROOM = 128L << 20;
  private static FuzzSubject subject;
  private static Decoder decoder;

  @BeforeAll
  static void load() throws Exception {
    subject = Prebuilt.subject("arrow_rows");
    decoder = new Decoder(CalledFunction.of(subject.functions()), ROOM);
  }

  @Test
  void everyByteStringIsAProgramAndTheSameOneEachTime() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      FuzzProgram program = decoder.program(bytes);
      assertEquals(program, decoder.program(bytes.clone()));
      assertTrue(program.script().length() <= Decoder.MOST_ACTIONS + 2, program::toString);
      assertTrue(program.script().weight() <= ROOM / 4, program::toString);
    }
  }

  @Test
  void theBytesOfADocumentedExampleMeanWhatTheyMeanForEver() {
    byte[] streams = {
      1, /* the second command */
      0, /* a sound stream, plain */
      1, /* one batch */
      1, /* of one row */
      0, /* id */
      0x15,
      (byte) 0xCD,
      0x5B,
      7,
      0,
      0,
      0,
      0,
      7, /* score: null */
      2 << 3, /* text, two bytes */
      'h',
      'i'
    };
    Script script = script(streams);
    assertEquals(List.of("scored"), texts(content(script, 0)));
    assertEquals(List.of(123_456_789L), column(content(script, 1), 0));
    assertEquals(1, column(content(script, 1), 1).size());
    assertEquals(List.of("hi"), texts(content(script, 1)));
    Action.Call call = (Action.Call) script.actions().get(2);
    assertEquals(Expected.SERVED, call.expected());
    assertEquals(Clause.ARROW_02, call.clause());
  }

  @Test
  void whatIsExpectedFollowsFromWhatTheStreamsAre() {
    byte[] cut = {0, (byte) Form.DATA_ENDLESS.first(0), 1, 0, 1};
    assertExpected(Clause.ARROW_08, script(cut));
    byte[] other = {0, (byte) Form.OTHER_SCHEMA.first(0), 3, 0};
    assertExpected(Clause.ARROW_04, script(other));
    byte[] flipped = {0, (byte) Form.DATA_CHANGED.first(0), 1, 0, 0, 0, 1, 0, 0, 1};
    assertExpected(Clause.ARROW_03, script(flipped));
    StreamReading reading = StreamReader.read(content(script(flipped), 1).bytes());
    assertEquals(FlawKind.FRAMING, ((StreamReading.Flawed) reading).flaw().kind());
  }

  private static void assertExpected(Clause clause, Script script) {
    Action.Call call = (Action.Call) script.actions().get(2);
    assertEquals(Expected.REJECTED, call.expected());
    assertEquals(clause, call.clause());
  }

  /** The first second must reach everything: sound streams are served, all kinds of others not. */
  @Test
  void theSeedsAreServedAndRejectedInEveryWay() {
    Map<Clause, Integer> rejected = new EnumMap<>(Clause.class);
    int served = 0;
    RestoredGuests guests =
        new RestoredGuests(subject.loaded(), subject.policy(), ExecutionMode.COMPILED);
    for (byte[] seed : Seeds.of(subject.functions(), 1)) {
      Script script = decoder.program(seed).script();
      Set<Expected> expected = EnumSet.noneOf(Expected.class);
      for (Action action : script.actions()) {
        if (action instanceof Action.Call call) {
          expected.add(call.expected());
          if (call.expected() == Expected.REJECTED) {
            rejected.merge(call.clause(), 1, Integer::sum);
          }
        }
      }
      ScriptRun run = ScriptRunner.run(script, guests.next(), FuzzRun.looks(subject.functions()));
      assertTrue(run.fault().isEmpty(), run::toString);
      served += expected.equals(EnumSet.of(Expected.SERVED)) ? 1 : 0;
    }
    assertTrue(served > 20, served + " served");
    Set<Clause> all =
        EnumSet.of(
            Clause.ARROW_03,
            Clause.ARROW_04,
            Clause.ARROW_08,
            Clause.CALL_04,
            Clause.CALL_05,
            Clause.CALL_06);
    assertEquals(all, rejected.keySet());
  }

  private static Script script(byte[] streams) {
    return decoder.program(new Encoder().callStreams(0, streams).bytes()).script();
  }

  private static Content content(Script script, int action) {
    return ((Action.Give) script.actions().get(action)).content();
  }

  private static List<?> column(Content content, int column) {
    return ((SoundStream) StreamReader.read(content.bytes())).table().column(column);
  }

  /** The last column. */
  private static List<?> texts(Content content) {
    SoundStream stream = (SoundStream) StreamReader.read(content.bytes());
    return column(content, stream.schema().columns().size() - 1);
  }
}

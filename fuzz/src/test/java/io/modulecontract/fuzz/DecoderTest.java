package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.Payload;
import io.modulecontract.script.Action;
import io.modulecontract.script.Action.Expected;
import io.modulecontract.script.Content;
import io.modulecontract.script.Operand;
import io.modulecontract.script.Ref;
import io.modulecontract.script.Script;
import io.modulecontract.spec.Clause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The encoding: every byte string is a program, and the same one for ever. */
class DecoderTest {

  private static final long ROOM = 128L << 20;

  private static final ModuleDescriptor.Function TEXT =
      new ModuleDescriptor.Function("text", FunctionShape.CSTRING);
  private static final ModuleDescriptor.Function BYTES =
      new ModuleDescriptor.Function("bytes", FunctionShape.BYTES, Payload.BYTES, false);

  private final Decoder decoder = new Decoder(CalledFunction.of(List.of(TEXT, BYTES)), ROOM);

  @Test
  void everyByteStringIsAProgramOfBoundedSize() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(600)];
      random.nextBytes(bytes);
      FuzzProgram program = decoder.program(bytes);
      assertEquals(program, decoder.program(bytes.clone()));
      assertTrue(program.script().length() <= Decoder.MOST_ACTIONS + 1, program::toString);
      assertTrue(program.script().weight() <= ROOM / 4, program::toString);
      assertTrue(program.refused() >= 0 && program.refused() <= 16, program::toString);
    }
  }

  @Test
  void whatIsEncodedIsDecoded() {
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        new Encoder().allocate(24).call(0, hello).release(1).releaseDead(0).grow(70_000).bytes();
    Script script = decoder.program(bytes).script();
    assertEquals(
        List.of(
            new Action.Give(Content.of("f", 24)),
            new Action.Give(Content.of(hello).and((byte) 0)),
            new Action.Call(
                "text",
                FunctionShape.CSTRING,
                List.of(pointer(1)),
                Expected.SERVED,
                Clause.CALL_12),
            new Action.Release(pointer(1)),
            new Action.Release(pointer(1)),
            new Action.Give(Content.of("f", 70_000))),
        script.actions());
  }

  /** The result lies in the area itself: nobody knows what it holds now, and no other came. */
  @Test
  void whatWasChangedInPlaceMayBeAnythingAndWhatIsDeliveredIsNoArea() {
    byte[] letter = "a".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new Encoder().call(0, letter).callArea(0, 0, 0).callArea(0, 9, 0).bytes();
    ModuleDescriptor.Function inPlace = new ModuleDescriptor.Function("f", FunctionShape.IN_PLACE);
    assertEquals(
        List.of(Expected.SERVED, Expected.EITHER, Expected.EITHER), expected(inPlace, bytes));
    ModuleDescriptor.Function delivers = new ModuleDescriptor.Function("f", FunctionShape.CALLBACK);
    assertEquals(
        List.of(Expected.SERVED, Expected.SERVED, Expected.SERVED), expected(delivers, bytes));
  }

  /** A character may begin in one chunk and end in another; bytes are served, wherever cut. */
  @Test
  void aChunkThatOthersFollowMayEndWithinACharacter() {
    byte[] letter = "a".getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        new Encoder().call(0, letter).callArea(0, 2, 8).callArea(0, 4, 0).callArea(0, 6, 0).bytes();
    ModuleDescriptor.Function text = new ModuleDescriptor.Function("f", FunctionShape.STREAM);
    assertEquals(
        List.of(Expected.SERVED, Expected.EITHER, Expected.EITHER, Expected.SERVED),
        expected(text, bytes));
    ModuleDescriptor.Function any =
        new ModuleDescriptor.Function("f", FunctionShape.STREAM, Payload.BYTES, false);
    assertEquals(
        List.of(Expected.SERVED, Expected.SERVED, Expected.SERVED, Expected.SERVED),
        expected(any, bytes));
    List<Operand> last = calls(any, bytes).stream().map(call -> call.operands().get(2)).toList();
    Operand goesOn = new Operand.Literal(0);
    Operand ends = new Operand.Literal(1);
    assertEquals(List.of(ends, goesOn, ends, ends), last);
  }

  /** Those that give no area came last: what was called before keeps its number. */
  @Test
  void functionsAreCountedInTheOrderInWhichTheyCame() {
    ModuleDescriptor.Function inPlace = new ModuleDescriptor.Function("i", FunctionShape.IN_PLACE);
    ModuleDescriptor.Function stream = new ModuleDescriptor.Function("s", FunctionShape.STREAM);
    assertEquals(
        List.of("text", "s", "i"),
        CalledFunction.of(List.of(inPlace, TEXT, stream)).stream()
            .map(CalledFunction::name)
            .toList());
  }

  /** What each call of the first area must be answered. */
  private static List<Expected> expected(ModuleDescriptor.Function function, byte[] bytes) {
    List<Action.Call> calls = calls(function, bytes);
    calls.forEach(call -> assertEquals(pointer(0), call.operands().get(0)));
    return calls.stream().map(Action.Call::expected).toList();
  }

  private static List<Action.Call> calls(ModuleDescriptor.Function function, byte[] bytes) {
    Script script = new Decoder(CalledFunction.of(List.of(function)), ROOM).program(bytes).script();
    return script.actions().stream()
        .filter(Action.Call.class::isInstance)
        .map(Action.Call.class::cast)
        .toList();
  }

  @Test
  void theBytesOfADocumentedExampleMeanWhatTheyMeanForEver() {
    byte[] bytes = {
      0, /* nothing is refused */ 12, /* call 1 */ 4, 0, 'a', 'b', 'c', 'd', /* release */ 2
    };
    assertEquals(
        List.of(
            new Action.Give(Content.of("abcd")),
            new Action.Call(
                "bytes",
                FunctionShape.BYTES,
                List.of(pointer(0), new Operand.Length(Ref.to(0), 0)),
                Expected.SERVED,
                Clause.CALL_12),
            new Action.Release(new Operand.Pointer(new Ref(1, Ref.Part.DATA), 0))),
        decoder.program(bytes).script().actions());
  }

  @Test
  void aPayloadIsAsLongAsItSaysAlsoWhereBytesAreMissing() {
    byte[] bytes = {0, 12, (byte) 0x10, 0x10, 'a', 'b', 'c'};
    Action.Give give = (Action.Give) decoder.program(bytes).script().actions().get(0);
    assertEquals(0x1010, give.content().length());
    assertEquals('b', give.content().bytes()[4]);
  }

  @Test
  void whatIsNoTextMustBeRejectedByAFunctionOfText() {
    assertEquals(Expected.REJECTED, expected(0, new byte[] {'a', (byte) 0xC3}));
    assertEquals(Expected.EITHER, expected(0, new byte[] {'a', 0, 'b'}));
    assertEquals(Expected.SERVED, expected(1, new byte[] {'a', (byte) 0xC3}));
  }

  private Expected expected(int function, byte[] payload) {
    Script script = decoder.program(new Encoder().call(function, payload).bytes()).script();
    return ((Action.Call) script.actions().get(1)).expected();
  }

  @Test
  void anAreaThatMayHaveBeenGivenOutAnewIsNotHeldForDead() {
    byte[] one = {'x'};
    byte[] reused = new Encoder().write(one).release(0).allocate(1).callArea(1, 0, 6).bytes();
    assertEquals(3, decoder.program(reused).script().length());
    byte[] dead = new Encoder().write(one).release(0).callArea(1, 0, 6).bytes();
    assertEquals(
        Clause.CALL_05, ((Action.Call) decoder.program(dead).script().actions().get(2)).clause());
    // The second release may have taken the newer area: nobody calls with it any more.
    byte[] again =
        new Encoder().write(one).release(0).write(one).releaseDead(0).callArea(1, 0, 0).bytes();
    assertEquals(4, decoder.program(again).script().length());
  }

  @Test
  void theHeadRefusesGrowth() {
    assertEquals(3, decoder.program(Encoder.refusing(3).allocate(8).bytes()).refused());
    assertEquals(0, decoder.program(new Encoder().allocate(8).bytes()).refused());
  }

  private static Operand.Pointer pointer(int action) {
    return new Operand.Pointer(Ref.to(action), 0);
  }
}

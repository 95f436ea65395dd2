package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;

/** The decoder of programs: total, stable, and within its bounds; so are edits of its inputs. */
class ProgramBytesTest {

  private static final long ROOM = 128L << 20;
  private static final long LARGEST = 2 << 20;

  private static Decoder decoder;

  /** Functions of text, of bytes, and of tables. */
  @BeforeAll
  static void load() throws Exception {
    List<ModuleDescriptor.Function> functions =
        new ArrayList<>(Prebuilt.subject("greeting").functions());
    functions.addAll(Prebuilt.subject("documents").functions());
    decoder = new Decoder(CalledFunction.of(functions), ROOM);
  }

  @FuzzTest(maxDuration = "5m")
  void anyBytesAreAProgram(byte[] bytes) {
    FuzzProgram program = decoder.program(bytes);
    Script script = program.script();
    assertEquals(program, decoder.program(bytes.clone()));
    assertTrue(script.length() <= Decoder.MOST_ACTIONS + 2, script::toString);
    assertTrue(script.weight() <= LARGEST, () -> script.weight() + " bytes");
    List<Bytes.Stated> lengths = decoder.decode(bytes).lengths();
    for (Bytes.Stated one : lengths) {
      assertTrue(one.at() <= bytes.length && one.from() <= one.to(), one::toString);
    }
    Comparisons.Pair pair = new Comparisons.Pair(3, script.length(), script.weight(), true);
    for (Supplier<byte[]> edit : Edits.of(bytes, lengths, pair)) {
      decoder.program(edit.get());
    }
  }
}

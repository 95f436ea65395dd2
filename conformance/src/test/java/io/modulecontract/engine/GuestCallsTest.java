package io.modulecontract.engine;

import static io.modulecontract.binary.WasmBytes.join;
import static io.modulecontract.binary.WasmBytes.raw;
import static io.modulecontract.binary.WasmBytes.signedLeb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A compiled guest calls our functions, and they answer as WebAssembly says. */
class GuestCallsTest {

  private static final Pattern REPLACED =
      Pattern.compile("memory(Read|Write)[A-Z][a-z]+|(?i:I32_[LG][TE]_U)");

  /** An engine that names its functions otherwise would be called again, and nobody would see. */
  @ParameterizedTest
  @CsvSource({"COMPILED, GuestCode", "HOSTED, UnmarkedStores"})
  void noneOfTheEngineIsLeftWhereThereIsOneOfOurs(ExecutionMode mode, String stores) {
    Set<String> called = new TreeSet<>();
    RewrittenClasses greeting =
        GuestCalls.compile(ReferenceModules.load("greeting.wasm").module(), mode);
    for (byte[] bytes : greeting.classBytes().values()) {
      new ClassReader(bytes).accept(calls(called), 0);
    }
    assertEquals(
        Set.of(), new TreeSet<>(called.stream().filter(REPLACED.asMatchPredicate()).toList()));
    assertTrue(
        called.containsAll(
            Set.of(
                "GuestCode.readByte",
                "GuestCode.readInt",
                "GuestCode.readLong",
                stores + ".writeByte",
                stores + ".writeInt",
                stores + ".writeLong",
                "GuestCode.ltU",
                "GuestCode.gtU")),
        called::toString);
  }

  /** Names the functions that are called: ours with their class. */
  private static ClassVisitor calls(Set<String> called) {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String type, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String type, boolean isInterface) {
            boolean ours = owner.startsWith("io/modulecontract/");
            called.add(ours ? owner.substring(owner.lastIndexOf('/') + 1) + "." + name : name);
          }
        };
      }
    };
  }

  /** One bit for each comparison: less, greater, at most, at least. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL})
  void comparesWithoutSign(long right) {
    byte[] pair = join(raw(0x20, 0, 0x41), signedLeb(right));
    byte[] less = join(pair, raw(0x49));
    byte[] greater = join(pair, raw(0x4B, 0x41, 1, 0x74, 0x72));
    byte[] atMost = join(pair, raw(0x4D, 0x41, 2, 0x74, 0x72));
    byte[] atLeast = join(pair, raw(0x4F, 0x41, 3, 0x74, 0x72));
    Guest guest =
        new HandMade()
            .allocate(less, greater, atMost, atLeast)
            .guest(Policy.DEFAULT, ExecutionMode.COMPILED);
    for (long left : new long[] {0, 1, 2, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL}) {
      int expected = left < right ? 0b0101 : left > right ? 0b1010 : 0b1100;
      assertEquals(new CallOutcome.Returned(expected), guest.allocate(left), Long.toString(left));
    }
  }
}

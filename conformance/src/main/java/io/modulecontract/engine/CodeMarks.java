package io.modulecontract.engine;

import io.modulecontract.engine.LoadedModule.Fuzzing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the classes of a compiled module tell {@link FuzzedCode} which places they pass, and what
 * they compare. The engine compiles {@code i32.eq} to a call and a branch on its result, so that
 * whoever watches the branches sees a truth value and never the two numbers.
 */
final class CodeMarks {

  private static final String TOLD = "io/modulecontract/engine/FuzzedCode";
  private static final String COMPARES = "com/dylibso/chicory/runtime/OpcodeImpl";
  private static final Pattern FUNCTION = Pattern.compile("func_(\\d{1,7})");
  private static final Pattern INTS = Pattern.compile("I32_(EQ|NE|[LG][TE]_[SU])");

  private static final Map<String, String> LONGS =
      Map.of(
          "I64_EQ", "eq",
          "I64_NE", "ne",
          "I64_LT_S", "ltS",
          "I64_LT_U", "ltU",
          "I64_GT_S", "gtS",
          "I64_GT_U", "gtU",
          "I64_LE_S", "leS",
          "I64_LE_U", "leU",
          "I64_GE_S", "geS",
          "I64_GE_U", "geU");

  /** How much of a function is marked: marks make it longer, and a method has its limit. */
  enum Extent {
    /** All that is asked for. */
    WHOLE,
    /** Its entry. */
    ENTRY,
    /** Nothing. */
    NONE
  }

  private final Fuzzing fuzzing;
  private final Map<Integer, Extent> large;

  /**
   * @param fuzzing what is marked
   * @param large takes the functions that are too large with all their marks, and have fewer. The
   *     engine collects the classes of one module in several parts, which share this.
   */
  CodeMarks(Fuzzing fuzzing, Map<Integer, Extent> large) {
    this.fuzzing = fuzzing;
    this.large = large;
  }

  /** A class with marks. */
  byte[] marked(byte[] bytes) {
    while (true) {
      try {
        ClassWriter writer = new Frames();
        ClassVisitor lean = new GuestCalls(writer, ExecutionMode.COMPILED);
        new ClassReader(bytes).accept(new Classes(lean), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
      } catch (MethodTooLargeException e) {
        int function = index(e.getMethodName());
        if (function < 0 || large.get(function) == Extent.NONE) {
          throw e;
        }
        large.put(function, large.containsKey(function) ? Extent.NONE : Extent.ENTRY);
      }
    }
  }

  private static int index(String method) {
    Matcher function = FUNCTION.matcher(method);
    return function.matches() ? Integer.parseInt(function.group(1)) : -1;
  }

  /** New branches need new frames. Of two classes no common one is looked for: none is loaded. */
  private static final class Frames extends ClassWriter {

    private Frames() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object";
    }
  }

  private final class Classes extends ClassVisitor {

    private Classes(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
      int function = index(name);
      return switch (function < 0 ? Extent.NONE : large.getOrDefault(function, Extent.WHOLE)) {
        case NONE -> next;
        case ENTRY -> new Entries(next, function);
        case WHOLE ->
            fuzzing == Fuzzing.FUNCTIONS
                ? new Entries(next, function)
                : new Functions(next, function);
      };
    }
  }

  /** Marks where a function is entered. */
  private static class Entries extends MethodVisitor {

    private static final int SMALL_BITS = 15;

    private final int function;

    private Entries(MethodVisitor next, int function) {
      super(Opcodes.ASM9, next);
      this.function = function;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      passes(FuzzedCode.entry(function));
    }

    /** One bit more, without a call: the JVM compiles only so many calls into a method. */
    void passes(int place) {
      super.visitFieldInsn(Opcodes.GETSTATIC, TOLD, "PASSED", "[B");
      push(place);
      super.visitInsn(Opcodes.DUP2);
      super.visitInsn(Opcodes.BALOAD);
      super.visitInsn(Opcodes.ICONST_1);
      super.visitInsn(Opcodes.ISHL);
      super.visitInsn(Opcodes.ICONST_1);
      super.visitInsn(Opcodes.IOR);
      super.visitInsn(Opcodes.BASTORE);
    }

    /** Not as a constant of its class, which has room for 65,535 of them. */
    private void push(int number) {
      int above = number >>> SMALL_BITS;
      super.visitIntInsn(Opcodes.SIPUSH, number & ((1 << SMALL_BITS) - 1));
      if (above > 0) {
        super.visitIntInsn(Opcodes.SIPUSH, above);
        super.visitIntInsn(Opcodes.BIPUSH, SMALL_BITS);
        super.visitInsn(Opcodes.ISHL);
        super.visitInsn(Opcodes.IOR);
      }
    }
  }

  /** Marks both ways on from each branch, too, and says what is compared. */
  private final class Functions extends Entries {

    private final Set<Label> switched = new HashSet<>();
    private final int function;
    private int place;

    private Functions(MethodVisitor next, int function) {
      super(next, function);
      this.function = function;
    }

    /**
     * A branch becomes a switch: the JVM leaves out a branch that was never taken, and compiles all
     * anew when it is, which inputs that were made to take new ones have it do all the time. It
     * does so with switches only as long as it counts what they take (UseSwitchProfiling).
     */
    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (opcode == Opcodes.GOTO) {
        super.visitJumpInsn(opcode, label);
        return;
      }
      Label jump = new Label();
      Label straight = new Label();
      switch (opcode) {
        case Opcodes.IFEQ -> super.visitTableSwitchInsn(0, 0, straight, jump);
        case Opcodes.IFNE -> super.visitTableSwitchInsn(0, 0, jump, straight);
        default -> super.visitJumpInsn(opposite(opcode), straight);
      }
      super.visitLabel(jump);
      passes(FuzzedCode.newPlace());
      super.visitJumpInsn(Opcodes.GOTO, label);
      super.visitLabel(straight);
      passes(FuzzedCode.newPlace());
    }

    /** The opcodes of a condition and of its opposite follow each other. */
    private static int opposite(int opcode) {
      return opcode <= Opcodes.IF_ACMPNE ? ((opcode + 1) ^ 1) - 1 : opcode ^ 1;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
      switched.add(dflt);
      switched.addAll(List.of(labels));
      super.visitTableSwitchInsn(min, max, dflt, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
      switched.add(dflt);
      switched.addAll(List.of(labels));
      super.visitLookupSwitchInsn(dflt, keys, labels);
    }

    @Override
    public void visitLabel(Label label) {
      super.visitLabel(label);
      if (switched.contains(label)) {
        passes(FuzzedCode.newPlace());
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      if (fuzzing == Fuzzing.COMPARES && owner.equals(COMPARES)) {
        if (INTS.matcher(name).matches()) {
          super.visitInsn(Opcodes.DUP2);
          super.visitLdcInsn(nextPlace(name));
          super.visitMethodInsn(Opcodes.INVOKESTATIC, TOLD, "compare", "(III)V", false);
        } else if (LONGS.containsKey(name)) {
          super.visitLdcInsn(nextPlace(name));
          super.visitMethodInsn(Opcodes.INVOKESTATIC, TOLD, LONGS.get(name), "(JJI)I", false);
          return;
        }
      }
      super.visitMethodInsn(opcode, owner, name, type, isInterface);
    }

    /**
     * Far apart for any two compares: what is learnt at one must not hide what is at another. The
     * lowest bit says whether it is asked which number is larger.
     */
    private int nextPlace(String name) {
      place++;
      int hash = (function * 0x9E3779B1 + place * 0x85EBCA6B) >>> 1;
      boolean ordered = !name.endsWith("_EQ") && !name.endsWith("_NE");
      return ordered ? hash | 1 : hash & ~1;
    }
  }
}

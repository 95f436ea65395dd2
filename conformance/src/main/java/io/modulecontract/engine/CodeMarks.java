package io.modulecontract.engine;

import com.dylibso.chicory.compiler.internal.ClassLoadingCollector;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes the classes of a compiled module and adds calls to {@link FuzzedCode}. The engine compiles
 * {@code i32.eq} to a call and a branch on its result, so that whoever watches the branches sees a
 * truth value and never the two numbers.
 */
final class CodeMarks extends ClassLoadingCollector {

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

  private final boolean compares;

  /**
   * @param compares whether compares are told, too
   */
  CodeMarks(boolean compares) {
    this.compares = compares;
  }

  @Override
  public void put(String name, byte[] bytes) {
    super.put(name, marked(bytes));
  }

  @Override
  public void putMainClass(String name, byte[] bytes) {
    super.putMainClass(name, marked(bytes));
  }

  private byte[] marked(byte[] bytes) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(bytes).accept(new Classes(writer), 0);
    return writer.toByteArray();
  }

  private final class Classes extends ClassVisitor {

    private Classes(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
      Matcher function = FUNCTION.matcher(name);
      return function.matches() ? new Functions(next, Integer.parseInt(function.group(1))) : next;
    }
  }

  private final class Functions extends MethodVisitor {

    private final int function;
    private int place;

    private Functions(MethodVisitor next, int function) {
      super(Opcodes.ASM9, next);
      this.function = function;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitLdcInsn(function);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, TOLD, "enter", "(I)V", false);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      if (compares && owner.equals(COMPARES)) {
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

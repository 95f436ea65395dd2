package io.modulecontract.engine;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.compiler.internal.CompilerResult;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Has the classes of a compiled module call {@link GuestCode} where they call the engine, and for
 * the stores of a hosted guest {@link UnmarkedStores}.
 */
final class GuestCalls extends ClassVisitor {

  private static final String GUEST_CODE = "io/modulecontract/engine/GuestCode";
  private static final String UNMARKED_STORES = "io/modulecontract/engine/UnmarkedStores";

  /** Ours for each of the engine's functions; they take and return the same. */
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("memoryReadByte", "readByte"),
          Map.entry("memoryReadShort", "readShort"),
          Map.entry("memoryReadInt", "readInt"),
          Map.entry("memoryReadLong", "readLong"),
          Map.entry("memoryReadFloat", "readFloat"),
          Map.entry("memoryReadDouble", "readDouble"),
          Map.entry("memoryWriteByte", "writeByte"),
          Map.entry("memoryWriteShort", "writeShort"),
          Map.entry("memoryWriteInt", "writeInt"),
          Map.entry("memoryWriteLong", "writeLong"),
          Map.entry("memoryWriteFloat", "writeFloat"),
          Map.entry("memoryWriteDouble", "writeDouble"),
          Map.entry("I32_LT_U", "ltU"),
          Map.entry("I32_GT_U", "gtU"),
          Map.entry("I32_LE_U", "leU"),
          Map.entry("I32_GE_U", "geU"),
          // Its detour around a fault of the JVM up to 17, which ours does not have.
          Map.entry("i32_ge_u", "geU"));

  private final String stores;

  GuestCalls(ClassVisitor next, ExecutionMode mode) {
    super(Opcodes.ASM9, next);
    stores = mode == ExecutionMode.HOSTED ? UNMARKED_STORES : GUEST_CODE;
  }

  /** Compiles a module so. */
  static RewrittenClasses compile(WasmModule module, ExecutionMode mode) {
    CompilerResult result =
        Compiler.builder(module)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .withClassCollectorFactory(() -> new RewrittenClasses(bytes -> rewritten(bytes, mode)))
            .build()
            .compile();
    return (RewrittenClasses) result.collector();
  }

  private static byte[] rewritten(byte[] bytes, ExecutionMode mode) {
    try {
      ClassReader reader = new ClassReader(bytes);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new GuestCalls(writer, mode), 0);
      return writer.toByteArray();
    } catch (ClassTooLargeException e) {
      // A few names more than a class may have: then it stays as it was.
      return bytes;
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String type, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String type, boolean isInterface) {
        String ours = owner.startsWith("com/dylibso/chicory/") ? OURS.get(called) : null;
        if (ours == null) {
          super.visitMethodInsn(opcode, owner, called, type, isInterface);
        } else {
          String code = ours.startsWith("write") ? stores : GUEST_CODE;
          super.visitMethodInsn(opcode, code, ours, type, false);
        }
      }
    };
  }
}

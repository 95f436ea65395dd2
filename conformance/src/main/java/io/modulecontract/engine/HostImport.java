package io.modulecontract.engine;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import io.modulecontract.abi.U32;
import io.modulecontract.binary.ModuleOutline;
import io.modulecontract.wasi.GuestBytes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A function beyond WASI that a host has for its guests: 32-bit parameters, one 32-bit result.
 *
 * @param module the module name under which a guest imports it
 * @param name its own name
 * @param parameters how many parameters it has
 * @param body what it does
 */
public record HostImport(String module, String name, int parameters, Body body) {

  /** What a function of the host does when a guest calls it. */
  @FunctionalInterface
  public interface Body {

    /**
     * Runs on the guest's thread, in the middle of a call: the guest must not be called here.
     *
     * @param memory the guest's memory, of use until this returns
     * @param outbox the guest's own, for what its host is to find after the call
     * @param arguments unsigned 32-bit values
     * @return the result, an unsigned 32-bit value
     */
    long call(GuestBytes memory, Outbox outbox, long[] arguments);
  }

  /** Whether a guest means this one. Its type is checked when it is linked. */
  boolean provides(ModuleOutline.Import wanted) {
    return wanted.kind() == ModuleOutline.Kind.FUNCTION
        && wanted.module().equals(module)
        && wanted.name().equals(name);
  }

  /** With a note of each call, by the names under which a guest imports it. */
  ImportFunction linked(Outbox outbox, Consumer<String> calls) {
    List<ValType> taken = Collections.nCopies(parameters, ValType.I32);
    return new HostFunction(
        module,
        name,
        FunctionType.of(taken, List.of(ValType.I32)),
        (instance, arguments) -> {
          calls.accept(module + "." + name);
          long[] unsigned = Arrays.stream(arguments).map(U32::of).toArray();
          var memory = new LinearBytes((GuestMemory) instance.memory());
          return new long[] {U32.signed(body.call(memory, outbox, unsigned))};
        });
  }
}

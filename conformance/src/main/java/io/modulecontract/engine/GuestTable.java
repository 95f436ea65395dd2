package io.modulecontract.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;

/** A table with limits of its own: growing writes into them, and the module's are shared. */
final class GuestTable extends TableInstance {

  private final JvmHeap heap;

  /** May grow to the smaller of what the module declares and what the policy allows. */
  GuestTable(Table declared, int initial, JvmHeap heap) {
    super(new Table(declared.elementType(), limits(declared.limits())), initial);
    this.heap = heap;
  }

  private static TableLimits limits(TableLimits declared) {
    long most = Math.min(declared.max(), Policy.TABLE_ENTRIES);
    return new TableLimits(declared.min(), Math.max(declared.min(), most));
  }

  @Override
  public int grow(int more, int value, Instance instance) {
    try {
      // The engine adds before it compares, and the sum may wrap around.
      return more < 0 || more > limits().max() - size() ? -1 : super.grow(more, value, instance);
    } catch (OutOfMemoryError e) {
      heap.refused();
      return -1;
    }
  }
}

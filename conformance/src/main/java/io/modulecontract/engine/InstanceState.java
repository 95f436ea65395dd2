package io.modulecontract.engine;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import io.modulecontract.abi.U32;
import io.modulecontract.binary.ModuleOutline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What an instance is beside its memories: mutable globals, tables, dropped segments. */
final class InstanceState {

  private final Instance instance;
  private final GlobalInstance[] globals;
  private final TableInstance[] tables;
  private final int segments;
  private final int elements;
  private final boolean objects;

  /** Keeps only what the module's code can change, for a restore happens before every program. */
  InstanceState(Instance instance, ModuleOutline outline) {
    this.instance = instance;
    Set<String> changing = outline.stateInstructions();
    globals =
        IntStream.range(instance.imports().globalCount(), instance.globalCount())
            .mapToObj(instance::global)
            .filter(global -> global.getMutabilityType() == MutabilityType.Var)
            .toArray(GlobalInstance[]::new);
    boolean tablesChange = changing.stream().anyMatch(name -> name.startsWith("table."));
    tables =
        IntStream.range(0, tablesChange ? instance.tableCount() : 0)
            .mapToObj(instance::table)
            .toArray(TableInstance[]::new);
    segments =
        changing.contains("data.drop") ? instance.module().dataSection().dataSegmentCount() : 0;
    elements = changing.contains("elem.drop") ? instance.elementCount() : 0;
    objects =
        changing.stream().anyMatch(name -> name.startsWith("struct.") || name.startsWith("array."))
            || Arrays.stream(globals).anyMatch(global -> isObject(global.getType()))
            || Arrays.stream(tables).anyMatch(table -> isObject(table.elementType()));
  }

  /** Whether values of a type live in the engine's heap, of which no copy can be taken. */
  private static boolean isObject(ValType type) {
    return type.isReference() && !type.equals(ValType.FuncRef);
  }

  /** The first mutable 32-bit global: where every toolchain keeps its stack pointer. */
  long stackPointer() {
    return Arrays.stream(globals)
        .filter(global -> global.getType().equals(ValType.I32))
        .mapToLong(global -> U32.of(global.getValue()))
        .findFirst()
        .orElse(0);
  }

  GuestState snapshot(List<MemoryImage> memories, WasiHost wasi) {
    return new GuestState(
        memories, globalValues(), tableValues(), dropped(), wasi.randomPosition(), wasi.changed());
  }

  /**
   * False when a table has grown or a segment was dropped since, for these do not come back, or
   * when there are objects, for they are not in the state.
   */
  boolean restore(GuestState then) {
    if (objects) {
      return false;
    }
    boolean[] dropped = dropped();
    for (int i = 0; i < dropped.length; i++) {
      if (dropped[i] && !then.dropped()[i]) {
        return false;
      }
    }
    for (int i = 0; i < tables.length; i++) {
      if (tables[i].size() > then.tables().get(i).length) {
        return false;
      }
    }
    for (int i = 0; i < globals.length; i++) {
      globals[i].setValueLow(then.globals()[2 * i]);
      globals[i].setValueHigh(then.globals()[2 * i + 1]);
    }
    for (int i = 0; i < tables.length; i++) {
      restore(tables[i], then.tables().get(i));
    }
    for (int i = 0; i < dropped.length; i++) {
      if (then.dropped()[i] && !dropped[i]) {
        drop(i);
      }
    }
    return true;
  }

  /** Whether it is in that state; never known where there are objects. */
  boolean sameAs(GuestState then) {
    return !objects
        && Arrays.equals(globalValues(), then.globals())
        && Arrays.deepEquals(tableValues().toArray(), then.tables().toArray())
        && Arrays.equals(dropped(), then.dropped());
  }

  boolean sameAs(InstanceState other) {
    return Arrays.equals(globalValues(), other.globalValues())
        && Arrays.deepEquals(tableValues().toArray(), other.tableValues().toArray())
        && Arrays.equals(dropped(), other.dropped());
  }

  private void drop(int index) {
    if (index < segments) {
      instance.dropDataSegment(index);
    } else {
      instance.setElement(index - segments, null);
    }
  }

  private void restore(TableInstance table, int[] references) {
    if (table.size() < references.length) {
      table.grow(references.length - table.size(), Value.REF_NULL_VALUE, instance);
    }
    for (int i = 0; i < references.length; i++) {
      if (table.ref(i) != references[i]) {
        table.setRef(i, references[i], instance);
      }
    }
  }

  private long[] globalValues() {
    long[] values = new long[2 * globals.length];
    for (int i = 0; i < globals.length; i++) {
      values[2 * i] = globals[i].getValueLow();
      values[2 * i + 1] = globals[i].getValueHigh();
    }
    return values;
  }

  private List<int[]> tableValues() {
    List<int[]> values = new ArrayList<>(tables.length);
    for (TableInstance table : tables) {
      values.add(IntStream.range(0, table.size()).map(table::ref).toArray());
    }
    return values;
  }

  /** The data segments, then the element segments. */
  private boolean[] dropped() {
    boolean[] dropped = new boolean[segments + elements];
    for (int i = 0; i < segments; i++) {
      dropped[i] = instance.dataSegmentData(i).length == 0;
    }
    for (int i = 0; i < elements; i++) {
      dropped[segments + i] = instance.element(i) == null;
    }
    return dropped;
  }
}

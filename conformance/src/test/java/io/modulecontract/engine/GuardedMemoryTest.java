package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import io.modulecontract.engine.AreaGuard.Touch;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is guarded, watched, grown and restored in between: an access behind the end traps, and
 * one inside touches just what is guarded.
 */
class GuardedMemoryTest {

  private static final int PAGE = 65_536;
  private static final int MOST = 5;
  private static final int STEPS = 60;

  /** All that a guest does; a pattern is the host's, whom nobody watches. */
  private static final List<Width> WIDTHS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Width.PATTERN)));

  /** Guarded bytes, from the first up to the last but one. */
  private record Guarded(int from, int to) {}

  private final List<Guarded> areas = new ArrayList<>();

  @Property(tries = 100)
  void eachAccessIsToldForWhatItIs(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GuestMemory memory = new GuestMemory(new MemoryLimits(random.nextInt(0, 3), MOST), MOST);
    areas.clear();
    MemoryImage image = memory.snapshot();
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(6)) {
        case 0 -> memory.grow(random.nextInt(0, 3));
        case 1 -> image = random.nextInt(4) == 0 ? memory.snapshot() : image;
        case 2 -> {
          memory.restore(image);
          areas.clear();
        }
        case 3 -> unguard(memory, random);
        default -> guard(memory, random);
      }
      // Areas are guarded between calls, so what an access looks at is settled with the next.
      boolean watching = random.nextBoolean();
      if (watching) {
        memory.watch();
      } else {
        memory.unwatch();
      }
      if (watching && random.nextInt(3) == 0) {
        memory.grow(1);
      }
      for (int look = 0; look < 20; look++) {
        access(memory, place(memory, random), watching, random);
      }
    }
  }

  private void guard(GuestMemory memory, SplittableRandom random) {
    if (memory.size() == 0) {
      return;
    }
    int from = random.nextInt(4) == 0 ? memory.size() - 3 : random.nextInt(memory.size());
    int to = (int) Math.min(memory.size(), (long) from + random.nextInt(1, 300));
    if (areas.stream().noneMatch(area -> from < area.to() && area.from() < to)) {
      areas.add(new Guarded(from, to));
      memory.guard().guard(from, (long) to - from);
    }
  }

  private void unguard(GuestMemory memory, SplittableRandom random) {
    if (!areas.isEmpty()) {
      Guarded area = areas.remove(random.nextInt(areas.size()));
      memory.guard().unguard(area.from(), (long) area.to() - area.from());
    }
  }

  /** Near a border of an area, or near the end, which was elsewhere before. */
  private int place(GuestMemory memory, SplittableRandom random) {
    int near = random.nextInt(-12, 12);
    return switch (random.nextInt(3)) {
      case 0 -> memory.size() + near;
      case 1 -> random.nextInt(MOST + 1) * PAGE + near;
      default -> {
        Guarded area =
            areas.isEmpty() ? new Guarded(0, 0) : areas.get(random.nextInt(areas.size()));
        yield (random.nextBoolean() ? area.from() : area.to()) + near;
      }
    };
  }

  private void access(GuestMemory memory, int at, boolean watching, SplittableRandom random) {
    Width width = WIDTHS.get(random.nextInt(WIDTHS.size()));
    boolean store = random.nextBoolean();
    if (at < 0 || at > memory.size() - width.bytes) {
      assertThrows(WasmRuntimeException.class, () -> access(memory, at, width, store));
      return;
    }
    memory.guard().forget();
    access(memory, at, width, store);
    boolean touches =
        areas.stream().anyMatch(area -> at < area.to() && area.from() < at + width.bytes);
    assertEquals(
        watching && touches ? List.of(new Touch(store, at, width.bytes)) : List.of(),
        memory.guard().touches());
  }

  private static void access(GuestMemory memory, int at, Width width, boolean store) {
    if (store) {
      width.store(memory, at);
    } else {
      width.loads(memory, at);
    }
  }
}

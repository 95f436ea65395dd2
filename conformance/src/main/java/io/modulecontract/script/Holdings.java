package io.modulecontract.script;

import io.modulecontract.engine.AreaGuard;
import io.modulecontract.engine.Guest;
import io.modulecontract.host.Area;
import io.modulecontract.model.LiveAreas;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the host holds during one script: its live areas, and those that it gave back. */
final class Holdings {

  /** So many areas most scripts have at most. */
  private static final int EXPECTED = 32;

  private final LiveAreas areas = new LiveAreas();
  private final List<Held> all = new ArrayList<>(EXPECTED);
  private final List<Held> live = new ArrayList<>(EXPECTED);
  private final Guest guest;

  Holdings(Guest guest) {
    this.guest = guest;
  }

  /** The live areas, oldest first. */
  List<Held> live() {
    return live;
  }

  /** The area of an action, live or not; null when the action brought none about. */
  @Nullable Held find(Ref ref) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Held held = all.get(i);
      if (held.ref().action() == ref.action() && held.ref().part() == ref.part()) {
        return held;
      }
    }
    return null;
  }

  /** The live area that starts at an address, or null. */
  @Nullable Held startingAt(long pointer) {
    int id = areas.startingAt(pointer);
    return id == LiveAreas.NONE ? null : all.get(id);
  }

  /** Books a new area and guards it, unless it conflicts with a live one, which is answered. */
  @Nullable Held add(Held held) {
    Area area = held.area();
    if (area.pointer() != 0) {
      int other = areas.addUnlessConflict(all.size(), area.pointer(), area.size());
      if (other != LiveAreas.NONE) {
        return all.get(other);
      }
      guest.guard().guard(area.pointer(), area.size());
      live.add(held);
    }
    all.add(held);
    return null;
  }

  /** Remembers other bytes of an area. */
  void replace(Held then, Held now) {
    all.set(all.lastIndexOf(then), now);
    live.set(live.indexOf(then), now);
  }

  /** Takes an area out: the host gave it back. */
  void released(Held held) {
    areas.remove(held.area().pointer());
    guest.guard().unguard(held.area().pointer(), held.area().size());
    live.remove(held);
  }

  /** The live area that an access shares a byte with, apart from those granted; or null. */
  @Nullable Held touched(AreaGuard.Touch touch, List<Held> granted) {
    Area access = new Area(touch.address(), touch.length());
    for (Held held : live) {
      if (held.area().overlaps(access) && !granted.contains(held)) {
        return held;
      }
    }
    return null;
  }

  /** The first live area whose bytes are not what they must be, or null. */
  @Nullable Held changed() {
    for (Held held : live) {
      if (!guest.holds(held.area().pointer(), held.content())) {
        return held;
      }
    }
    return null;
  }
}

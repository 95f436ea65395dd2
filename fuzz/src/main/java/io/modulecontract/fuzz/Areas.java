package io.modulecontract.fuzz;

import io.modulecontract.script.Content;
import io.modulecontract.script.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The areas that a program has brought about so far, as far as its bytes tell. */
final class Areas {

  private final List<Known> live = new ArrayList<>();
  private final List<Known> dead = new ArrayList<>();
  private int deadBefore;

  /**
   * An area.
   *
   * @param ref which one it is
   * @param content what the host wrote there; nothing where a call made it
   */
  record Known(Ref ref, Optional<Content> content) {}

  /** The host has a new area. */
  void given(int action, Content content) {
    live.add(new Known(Ref.to(action), Optional.of(content)));
    // Its address may be a dead one's: what is asked about those is no longer wrong.
    deadBefore = dead.size();
  }

  /** A call may have made new areas. */
  void called(int action, boolean pair) {
    live.add(new Known(Ref.to(action), Optional.empty()));
    if (pair) {
      live.add(new Known(new Ref(action, Ref.Part.DATA), Optional.empty()));
    }
    deadBefore = dead.size();
  }

  /** A live one, counted from the newest. */
  Optional<Known> live(int pick) {
    return picked(live, pick);
  }

  /** A dead one, counted from the newest. */
  Optional<Known> dead(int pick) {
    return picked(dead, pick);
  }

  /** A dead one whose address nobody can have been given since. */
  Optional<Known> deadForSure(int pick) {
    return picked(dead.subList(deadBefore, dead.size()), pick);
  }

  void release(Known area) {
    live.remove(area);
    dead.add(area);
  }

  private static Optional<Known> picked(List<Known> list, int pick) {
    return list.isEmpty()
        ? Optional.empty()
        : Optional.of(list.get(list.size() - 1 - pick % list.size()));
  }
}

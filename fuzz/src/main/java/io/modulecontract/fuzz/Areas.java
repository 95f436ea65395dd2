package io.modulecontract.fuzz;

import io.modulecontract.script.Content;
import io.modulecontract.script.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The areas that a program has brought about so far, as far as its bytes tell. */
final class Areas {

  private final List<Known> live = new ArrayList<>();
  private final List<Dead> dead = new ArrayList<>();
  private int newest = -1;

  /**
   * An area.
   *
   * @param ref which one it is
   * @param content what the host wrote there; nothing where a call made it, or changed it since
   */
  record Known(Ref ref, Optional<Content> content) {}

  /**
   * An area that was given back.
   *
   * @param area the area
   * @param at the index of the action that gave it back
   */
  private record Dead(Known area, int at) {}

  /** The host has a new area. */
  void given(int action, Content content) {
    live.add(new Known(Ref.to(action), Optional.of(content)));
    newest = action;
  }

  /** A call may have made new areas. */
  void called(int action, boolean pair) {
    live.add(new Known(Ref.to(action), Optional.empty()));
    if (pair) {
      live.add(new Known(new Ref(action, Ref.Part.DATA), Optional.empty()));
    }
    newest = action;
  }

  /** A call may have changed an area. */
  void changed(Ref ref) {
    live.replaceAll(one -> one.ref().equals(ref) ? new Known(ref, Optional.empty()) : one);
  }

  /** A live one, counted from the newest. */
  Optional<Known> live(int pick) {
    return picked(live, pick);
  }

  /** A dead one whose address nobody can have been given since; counted from the newest. */
  Optional<Known> deadForSure(int pick) {
    // Those are at the end, for they were given back in the order of the list.
    int first = dead.size();
    while (first > 0 && dead.get(first - 1).at() > newest) {
      first--;
    }
    return picked(dead.subList(first, dead.size()), pick).map(Dead::area);
  }

  void release(Known area, int action) {
    // By what it is called: to compare contents would take longer than all the rest.
    live.removeIf(one -> one.ref().equals(area.ref()));
    dead.add(new Dead(area, action));
  }

  /**
   * A dead one that is released once more. Where its address was given out anew, that releases the
   * newer area: of those no one can tell any more whether they are live.
   */
  Optional<Known> releaseAgain(int pick) {
    if (dead.isEmpty()) {
      return Optional.empty();
    }
    Dead one = dead.get(dead.size() - 1 - pick % dead.size());
    live.removeIf(area -> area.ref().action() > one.at());
    return Optional.of(one.area());
  }

  private static <T> Optional<T> picked(List<T> list, int pick) {
    return list.isEmpty()
        ? Optional.empty()
        : Optional.of(list.get(list.size() - 1 - pick % list.size()));
  }
}

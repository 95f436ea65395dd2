package io.modulecontract.checks;

import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Guests;
import io.modulecontract.finding.Course;
import io.modulecontract.finding.Sequence;
import io.modulecontract.model.LiveAreas;
import io.modulecontract.verdict.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Fills the memory with areas of one size until the guest answers 0, then releases from the
 * youngest on until the same request is served again (GROW-03). When everything is released it must
 * be served.
 *
 * @param size the size of each area
 */
record FillToTheLimit(long size) implements Scenario {

  @Override
  public Optional<ClauseBroken.Evidence> on(Guests guests, Tally tally) {
    Guest guest = guests.next();
    LiveAreas areas = new LiveAreas();
    Deque<Long> young = new ArrayDeque<>();
    long most = guest.memoryLimit() / size + 1;
    for (int i = 0; i <= most; i++) {
      tally.operations(1);
      CallOutcome outcome = guest.allocate(size);
      if (!(outcome instanceof CallOutcome.Returned returned)) {
        throw CheckRun.notApplicable(
            "at the limit allocate does not return (" + outcome.words() + "): see ALLOC-06");
      }
      long pointer = returned.value();
      if (pointer == 0) {
        return young.isEmpty() ? Optional.empty() : servedAgain(guest, young, tally);
      }
      if (pointer + size > guest.memorySize()) {
        return Optional.of(outside(i, pointer, guest.memorySize()));
      }
      if (areas.conflict(pointer, size) != LiveAreas.NONE) {
        throw CheckRun.notApplicable("areas overlap before the limit is reached (ALLOC-02)");
      }
      areas.add(i, pointer, size);
      young.push(pointer);
    }
    throw new IllegalStateException("disjoint areas inside the memory cannot be that many");
  }

  private Optional<ClauseBroken.Evidence> servedAgain(Guest guest, Deque<Long> young, Tally tally) {
    int filled = young.size();
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of(filled + " x allocate(" + size + ") -> an area each"));
    steps.add(new Step("allocate(" + size + ") -> 0", "the memory is full"));
    while (!young.isEmpty()) {
      long pointer = young.pop();
      CallOutcome released = guest.deallocate(pointer);
      CallOutcome again = released.returned() ? guest.allocate(size) : released;
      tally.operations(2);
      if (!again.returned()) {
        steps.add(
            Step.of("deallocate(" + pointer + "), allocate(" + size + ") -> " + again.words()));
        return Optional.of(broken(steps, filled, again.words()));
      }
      if (again.isArea()) {
        return Optional.empty();
      }
    }
    steps.add(
        Step.of(filled + " x deallocate, youngest first; after each: allocate(" + size + ") -> 0"));
    return Optional.of(
        broken(steps, filled, "allocate(" + size + ") -> 0 although all areas are released"));
  }

  private ClauseBroken.Evidence broken(List<Step> steps, int filled, String actual) {
    return new ClauseBroken.Evidence(
        "allocate(" + size + ") is served again once enough is released",
        actual,
        steps,
        2 * filled + 2,
        CheckRun.current().subject().profile().allocate(),
        new Course.ByCheck(new Sequence.Filling(size)));
  }

  private ClauseBroken.Evidence outside(int served, long pointer, long memory) {
    String wrong =
        "["
            + pointer
            + ", "
            + (pointer + size)
            + ") ends behind the memory of "
            + memory
            + " bytes";
    List<Step> steps =
        List.of(
            Step.of(served + " x allocate(" + size + ") -> an area each"),
            new Step("allocate(" + size + ") -> " + pointer, "ends behind the memory"));
    return new ClauseBroken.Evidence(
        "0, or an area inside the memory",
        wrong,
        steps,
        served + 1,
        CheckRun.current().subject().profile().allocate(),
        new Course.ByCheck(new Sequence.Filling(size)));
  }
}

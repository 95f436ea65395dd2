package io.modulecontract.benchmarks;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guest;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.host.Result;
import io.modulecontract.host.ResultReader;

/** With our memory, as the checks have it: restored, limited, watched if asked for. */
final class SuiteGuest implements ComparedGuest {

  private final RestoredGuests guests =
      new RestoredGuests(
          Modules.load(Modules.read(Modules.greeting())), Policy.DEFAULT, ExecutionMode.COMPILED);

  private final boolean watched;
  private Guest guest = guests.next();

  SuiteGuest(boolean watched) {
    this.watched = watched;
  }

  @Override
  public void start() {
    guest = guests.next();
  }

  @Override
  public long memorySize() {
    return guest.memorySize();
  }

  @Override
  public long call(String function, long... arguments) {
    if (!watched) {
      return value(guest.call(function, arguments));
    }
    CallOutcome outcome = guest.callWatched(function, arguments);
    if (!guest.guard().touches().isEmpty()) {
      throw new IllegalStateException("greeting touched what it was not given");
    }
    return value(outcome);
  }

  @Override
  public long allocate(long size) {
    return value(guest.allocate(size));
  }

  @Override
  public long deallocate(long pointer) {
    return value(guest.deallocate(pointer));
  }

  @Override
  public void write(long pointer, byte[] content) {
    guest.write(pointer, content);
  }

  @Override
  public Result.Bytes answer(long pair) {
    ResultReader reader = new ResultReader(guest, guest.memoryLimit());
    return (Result.Bytes) reader.read(FunctionShape.BYTES, pair);
  }

  @Override
  public void fill(long pointer, long size, int id) {
    guest.fill(pointer, size, pattern(id));
  }

  @Override
  public boolean isIntact(long pointer, long size, int id) {
    return guest.mismatch(pointer, size, pattern(id)) < 0;
  }

  @Override
  public void guard(long pointer, long size) {
    if (watched) {
      guest.guard().guard(pointer, size);
    }
  }

  @Override
  public void unguard(long pointer, long size) {
    if (watched) {
      guest.guard().unguard(pointer, size);
    }
  }

  private static long pattern(int id) {
    return (id + 1) * 0x9E37_79B9_7F4A_7C15L | 1;
  }

  private static long value(CallOutcome outcome) {
    return ((CallOutcome.Returned) outcome).value();
  }
}

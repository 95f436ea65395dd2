package io.modulecontract.host;

import io.modulecontract.engine.Guest;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.Rejected;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/** One call with tables: written once, called, checked, read, everything given back. */
final class ArrowExchange {

  private final HostedInstance instance;
  private final Guest guest;
  private final String function;

  ArrowExchange(HostedInstance instance, Guest guest, String function) {
    this.instance = instance;
    this.guest = guest;
    this.function = function;
  }

  <R, X extends Exception> R call(ArrowInput meta, ArrowInput data, ArrowReading<R, X> reading)
      throws ExchangeFailed, X {
    try (Giving giving = new Giving(instance)) {
      Area first = giving.allocate(meta.length());
      Area second = giving.allocate(data.length());
      write(meta, first);
      write(data, second);
      long pointer =
          HostedInstance.returned(
              function,
              guest.call(function, first.pointer(), first.size(), second.pointer(), second.size()));
      Area stream = stream(giving, pointer);
      return read(
          ArrowResult.of(function, guest.readable(stream.pointer(), stream.size())), reading);
    }
  }

  /** Of an exchange that fails after its copy was made, no copy is left. */
  ArrowTable copy(ArrowInput meta, ArrowInput data, BufferAllocator allocator)
      throws ExchangeFailed {
    Copy copy = new Copy();
    try {
      ArrowTable table = call(meta, data, result -> copy.table = result.copy(allocator));
      copy.table = null;
      return table;
    } finally {
      if (copy.table != null) {
        copy.table.close();
      }
    }
  }

  /** Areas do not move while areas are allocated, but the memory's bytes do: written at the end. */
  private void write(ArrowInput input, Area area) {
    input.writeTo(guest.writable(area.pointer(), area.size()));
  }

  private Area stream(Giving giving, long pointer) throws ExchangeFailed {
    Result result = new ResultReader(guest, guest.memoryLimit()).inPlace(pointer);
    if (result instanceof Result.Rejected) {
      throw new Rejected(function);
    }
    giving.take(function, result.areas());
    if (result instanceof Result.Unreadable flaw) {
      throw new Broken(function, flaw.expected(), flaw.found());
    }
    return ((Result.InPlace) result).data();
  }

  private <R, X extends Exception> R read(ArrowResult result, ArrowReading<R, X> reading) throws X {
    instance.reading(true);
    try {
      return reading.read(result);
    } finally {
      result.end();
      instance.reading(false);
    }
  }

  /** What was made on the way. */
  private static final class Copy {
    private @Nullable ArrowTable table;
  }
}

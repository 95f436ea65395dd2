package io.modulecontract.host;

import io.modulecontract.abi.FunctionShape;
import io.modulecontract.abi.ImportMeaning;
import io.modulecontract.abi.ModuleDescriptor;
import io.modulecontract.abi.U32;
import io.modulecontract.engine.HostImport;
import io.modulecontract.engine.Outbox;
import io.modulecontract.host.ExchangeFailed.Broken;
import io.modulecontract.host.ExchangeFailed.Rejected;
import io.modulecontract.wasi.GuestBytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instance's way to hand over pieces ({@link ImportMeaning#DELIVER}): who takes them now. */
final class Delivery {

  private static final long GO_ON = 0;
  private static final long STOP = 1;
  private static final long DONE = 0;

  private @Nullable Pieces pieces;
  private @Nullable RuntimeException slip;
  private boolean stopped;
  private boolean taking;

  /** What an instance is linked with: every import of that meaning. */
  List<HostImport> imports(List<ModuleDescriptor.Import> declared) {
    return declared.stream()
        .filter(it -> it.meaning().filter(ImportMeaning.DELIVER::equals).isPresent())
        .map(it -> new HostImport(it.module(), it.name(), 2, this::take))
        .toList();
  }

  /** Whether the application has a piece in its hands, and the guest waits for its answer. */
  boolean taking() {
    return taking;
  }

  /** A call whose result goes to {@code pieces}; whether all of it went there. */
  boolean call(HostedInstance instance, String function, byte[] payload, Pieces wanting)
      throws ExchangeFailed {
    Area area = instance.allocate(payload.length);
    instance.write(area, payload);
    pieces = wanting;
    long status;
    try {
      status = instance.call(function, area.pointer(), area.size());
    } finally {
      pieces = null;
    }
    boolean ended = stopped;
    RuntimeException thrown = slip;
    stopped = false;
    slip = null;
    if (status != DONE && status != FunctionShape.CALLBACK.rejection()) {
      throw new Broken(function, "0 or -1", "" + U32.signed(status));
    }
    instance.release(area);
    if (thrown != null) {
      throw thrown;
    }
    if (status != DONE && !ended) {
      throw new Rejected(function, "-1");
    }
    return status == DONE;
  }

  /** A piece outside the memory ends the call as a trap. One that nobody waits for is refused. */
  private long take(GuestBytes memory, Outbox unused, long[] arguments) {
    int address = U32.signed(arguments[0]);
    int length = U32.signed(arguments[1]);
    memory.check(address, length);
    if (pieces == null || stopped) {
      return STOP;
    }
    byte[] piece = memory.readBytes(address, length);
    taking = true;
    try {
      stopped = !pieces.take(piece);
    } catch (RuntimeException e) {
      slip = e;
      stopped = true;
    } finally {
      taking = false;
    }
    return stopped ? STOP : GO_ON;
  }
}

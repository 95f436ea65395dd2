package io.modulecontract.engine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.reflect.Field;

/**
 * A host that is wrong on purpose: its instances all lie over the bytes of one memory, so that what
 * one of them stores, the others load. The engine itself cannot be brought to do that.
 */
public final class SharedMemory implements Guests {

  private final LoadedModule module;
  private final Policy policy;
  private final byte[] shared;

  private SharedMemory(LoadedModule module, Policy policy, byte[] shared) {
    this.module = module;
    this.policy = policy;
    this.shared = shared;
  }

  /** Over a module whose memory never grows. */
  public static SharedMemory of(LoadedModule module, Policy policy) {
    Guest first = FreshGuests.start(module, policy, ExecutionMode.COMPILED);
    return new SharedMemory(module, policy, first.read(0, first.memorySize()));
  }

  @Override
  public Guest next() {
    Guest guest = FreshGuests.start(module, policy, ExecutionMode.COMPILED);
    try {
      Field memory = Guest.class.getDeclaredField("memory");
      memory.setAccessible(true);
      Field bytes = GuestMemory.class.getDeclaredField("bytes");
      bytes.setAccessible(true);
      bytes.set(assertInstanceOf(GuestMemory.class, memory.get(guest)), shared);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the fields of a guest have other names", e);
    }
    return guest;
  }

  @Override
  public Guest next(GuestState state) {
    throw new UnsupportedOperationException("a shared memory has no state of its own");
  }

  @Override
  public Guests under(Policy other) {
    return new SharedMemory(module, other, shared);
  }

  @Override
  public Policy policy() {
    return policy;
  }
}

package io.modulecontract.wasi;

/** A function of WASI for one guest. */
@FunctionalInterface
public interface WasiFunction {

  /**
   * Calls it.
   *
   * @param memory the guest's memory
   * @param arguments the arguments, as many as the function's type has
   * @return the number that the guest is answered, 0 for success
   * @throws GuestExit when the guest wants to exit
   */
  int call(GuestBytes memory, long[] arguments);
}

package io.modulecontract.abi;

/**
 * The names under which a module exports the contract, with their exact types.
 *
 * @param name what reports call the profile
 * @param memory the export name of the linear memory
 * @param allocate the export name of {@code allocate(size i32) -> ptr i32}; 0 means "no area"
 * @param deallocate the export name of {@code deallocate(ptr i32) -> i32}
 */
public record Profile(String name, String memory, String allocate, String deallocate) {

  /** What deallocate answers when it released an area. */
  public static final long RELEASED = 0;

  /** What deallocate answers, as an unsigned 32-bit value, when nothing was released: -1. */
  public static final long NOT_AN_AREA = 0xFFFF_FFFFL;

  /** The profile of the study that this project grew from. */
  public static final Profile DEFAULT =
      new Profile("zustdpipe", "memory", "wasm_allocate", "wasm_deallocate");

  /** The type that both functions have. */
  public FunctionType type() {
    return FunctionType.i32(1, 1);
  }
}

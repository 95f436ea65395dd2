package io.modulecontract.spec;

import static io.modulecontract.spec.Level.MUST;
import static io.modulecontract.spec.Level.SHOULD;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One numbered sentence of the contract. Ids are stable and never reused; the full text of each
 * clause is the section of the same id in {@code SPEC.md}.
 */
public enum Clause {
  /** MOD-01. */
  MOD_01(
      MUST,
      "The binary is well-formed and valid WebAssembly",
      "whether the file was cut short, or changed after the build (strip, `wasm-opt`, an upload)"),
  /** MOD-02. */
  MOD_02(
      MUST,
      "The linear memory is exported as `memory`",
      "the linker's flags: `--export-memory=NAME`, `--import-memory`, `--no-export-memory`"),
  /** MOD-03. */
  MOD_03(
      MUST,
      "Allocate and deallocate are exported with the profile's exact types",
      "the name (`#[no_mangle]`, `extern \"C\"`) and the parameters: sizes and pointers are 32-bit"),
  /** MOD-04. */
  MOD_04(
      MUST,
      "Only WASI preview 1 functions, and what the descriptor declares, are imported",
      "the import that is named: `wasm-bindgen`'s, a debugging hook, AssemblyScript's (`--use abort=`)"),
  /** MOD-05. */
  MOD_05(
      MUST,
      "The module is a reactor: no `_start`, and `_initialize`, where it exists, takes and returns nothing",
      "the crate type: `cdylib` (reactor), not `bin` (command); for C: `-mexec-model=reactor`"),
  /** MOD-06. */
  MOD_06(
      MUST,
      "Every function that the descriptor names is exported with the type of its shape",
      "the descriptor's name and shape beside the function's signature"),
  /** INIT-01. */
  INIT_01(
      MUST,
      "The module instantiates with no capability granted",
      "what `_initialize` or the start function asks WASI for: a directory, a variable, an argument"),
  /** INIT-02. */
  INIT_02(
      MUST,
      "The module instantiates within the memory limit",
      "a large static buffer, or `--initial-memory`; the initial pages stand in the memory section"),
  /** INIT-03. */
  INIT_03(
      MUST,
      "The module instantiates within the deadline",
      "a loop in `_initialize`, the start function or a static constructor"),
  /** ALLOC-01. */
  ALLOC_01(
      MUST,
      "A returned area lies inside the memory",
      "whether the test that decides when to grow counts the last byte, the header, the rounding to pages"),
  /** ALLOC-02. */
  ALLOC_02(
      MUST,
      "Live areas are pairwise disjoint",
      "the size that is booked (rounded down, header left out), and how a slot is marked as taken"),
  /** ALLOC-03. */
  ALLOC_03(
      MUST,
      "Allocate changes no byte of a live area",
      "whether the header or the links are written into the allocator's own bytes or into a neighbour's"),
  /** ALLOC-04. */
  ALLOC_04(
      MUST,
      "Size 0 gives 0, or a pointer that no other live area has and that deallocates exactly once",
      "a zero-size `Box` or `Vec` gives a dangling pointer: treat 0 as 1 byte, or return 0"),
  /** ALLOC-05. */
  ALLOC_05(
      MUST,
      "A request that cannot be met never yields an area",
      "size + header computed in 32 bits wraps around; sizes from 2^31 taken as negative"),
  /** ALLOC-06. */
  ALLOC_06(
      SHOULD,
      "A request that cannot be met returns 0; it does not trap",
      "what follows when `memory.grow` answers -1: Rust's `Vec` aborts; use `try_reserve`, or test for null"),
  /** ALLOC-07. */
  ALLOC_07(
      MUST,
      "After a request was answered with 0, live areas are intact and smaller requests are served",
      "state changed before the refusal is known: a flag that stays set, a break pointer already moved"),
  /** ALLOC-08. */
  ALLOC_08(
      SHOULD,
      "Areas of 8 bytes and more are 8-byte aligned",
      "the alignment that the allocation asks for: 8 for every size from 8 on, also behind a header"),
  /** ALLOC-09. */
  ALLOC_09(
      SHOULD,
      "A fresh area shows nothing that a host wrote into an earlier area",
      "allocate zeroed (`alloc_zeroed`, `calloc`, `vec![0; n]`), or clear on release"),
  /** ALLOC-10. */
  ALLOC_10(
      MUST,
      "Every size is served that fits",
      "the border between two bins or classes, exact page multiples, the width of the size field"),
  /** ALLOC-11. */
  ALLOC_11(
      MUST,
      "At least 10 000 areas can be live at once, each still its own",
      "a table of fixed length, and what happens when it is full"),
  /** DEALLOC-01. */
  DEALLOC_01(
      MUST,
      "Deallocate of a live area's pointer returns 0",
      "how the area is looked up: by the pointer that allocate returned, whatever its size"),
  /** DEALLOC-02. */
  DEALLOC_02(
      MUST,
      "Deallocate of a pointer that was released already returns -1 and changes nothing",
      "whether a release removes the pointer from the list of live areas before anything else"),
  /** DEALLOC-03. */
  DEALLOC_03(
      MUST,
      "Deallocate of a pointer that was never given out returns -1 and does not trap",
      "a header read at the pointer before the pointer is known to be one of ours"),
  /** DEALLOC-04. */
  DEALLOC_04(
      MUST,
      "Deallocate changes no byte of another live area",
      "links or boundary tags written into the neighbours when free areas are joined"),
  /** DEALLOC-05. */
  DEALLOC_05(
      MUST,
      "Areas can be released in any order",
      "an allocator that works as a stack: only the youngest area can be given back"),
  /** LEAK-01. */
  LEAK_01(
      MUST,
      "In repeated cycles the memory stops growing and the free capacity does not shrink",
      "what a release forgets: the area itself, its header, the entry in a list"),
  /** LEAK-02. */
  LEAK_02(
      MUST,
      "Complete calls, everything released, lose no memory",
      "what a call takes and nobody can give back: a copy of the parameter, the pair, the text behind it"),
  /** LEAK-03. */
  LEAK_03(
      MUST,
      "Rejected calls lose no memory",
      "what is allocated before the check that rejects, and not released on that way out"),
  /** LEAK-04. */
  LEAK_04(
      SHOULD,
      "Random sizes with bounded live bytes need bounded memory",
      "free areas never split, joined, used for another size, or used while others are live"),
  /** GROW-01. */
  GROW_01(
      MUST,
      "An area larger than the current memory is served by growing, up to the limit",
      "whether `memory.grow` is called at all, and with enough pages"),
  /** GROW-02. */
  GROW_02(
      MUST,
      "Live areas keep their address and content across growth",
      "what is cleared or moved after `memory.grow`, and from which address on"),
  /** GROW-03. */
  GROW_03(
      MUST,
      "At the limit a request yields no area, and it is served once enough was released",
      "the answer -1 of `memory.grow` (4294967295) taken as a page number, or a flag that stays set"),
  /** GROW-04. */
  GROW_04(
      MUST,
      "The result of a call that grew the memory is readable and can be released",
      "addresses and lengths that were kept from before the growth"),
  /** GROW-05. */
  GROW_05(
      MUST,
      "A refused `memory.grow` damages nothing live and leaves a usable instance",
      "the answer -1 of `memory.grow`; what was already changed when it came; a lock or flag left behind"),
  /** CALL-01. */
  CALL_01(
      MUST,
      "Every result area is inside the memory, apart from all live areas, and deallocates exactly once",
      "whether results come from the same allocator as allocate's areas and are booked there"),
  /** CALL-02. */
  CALL_02(
      MUST,
      "The pair that names a result is an area of its own, apart from the data",
      "pair and data cut out of one allocation"),
  /** CALL-03. */
  CALL_03(
      MUST,
      "A C string that is a result ends in NUL inside its area and is UTF-8",
      "the byte for the NUL in the size; a cut in the middle of a character"),
  /** CALL-04. */
  CALL_04(
      MUST,
      "A pointer that was never given out is rejected with 0, without a trap",
      "the look-up of the parameter among the live areas, before anything is read through it"),
  /** CALL-05. */
  CALL_05(
      MUST,
      "The pointer of a released area is rejected",
      "whether a release takes the area out of the book that calls look into"),
  /** CALL-06. */
  CALL_06(
      MUST,
      "A length greater than the area is rejected",
      "the length parameter against the size in the book, before any byte is read"),
  /** CALL-07. */
  CALL_07(
      MUST,
      "Parameters stay the host's: still live after the call",
      "a parameter taken over and freed (`Vec::from_raw_parts`, `CString::from_raw`), also on rejection"),
  /** CALL-08. */
  CALL_08(
      SHOULD,
      "The bytes of parameters are unchanged by a call",
      "work done in place in the parameter's own bytes"),
  /** CALL-09. */
  CALL_09(
      MUST,
      "A call changes no byte of a live area that it was not given",
      "a loop that ends one byte late, a store of four or eight bytes at the end"),
  /** CALL-10. */
  CALL_10(
      MUST,
      "A call reads no byte of a live area that it was not given",
      "a search for NUL or a copy that runs past the parameter"),
  /** CALL-11. */
  CALL_11(
      MUST,
      "The result depends only on the bytes that the call was given",
      "bytes behind the parameter, or old bytes of a buffer, that find their way into the result"),
  /** CALL-12. */
  CALL_12(
      MUST,
      "Every valid payload is served",
      "the payload that is named: empty, long, four-byte characters; for chunks, what is kept between"),
  /** CALL-13. */
  CALL_13(
      MUST,
      "An invalid payload is rejected without a trap, and the instance goes on",
      "`unwrap` on the check of UTF-8, `from_utf8_lossy`; for any bytes: `payload` in the descriptor"),
  /** CALL-14. */
  CALL_14(
      SHOULD,
      "The same calls on a fresh instance give the same results",
      "random numbers, the clock, the iteration order of a hash map"),
  /** CALL-15. */
  CALL_15(
      MUST,
      "A call returns within the deadline and the stack",
      "recursion whose depth follows the payload; a loop that some payload never ends"),
  /** CALL-16. */
  CALL_16(
      MUST,
      "Earlier results stay intact until they are released",
      "one static buffer for all results"),
  /** CALL-17. */
  CALL_17(
      SHOULD,
      "The same call repeated on one instance gives the same result",
      "state that survives a call; declare the function `stateful` when it is meant"),
  /** CALL-18. */
  CALL_18(
      SHOULD,
      "A length smaller than the area is rejected",
      "whether the length is compared for equality with the size in the book"),
  /** ARROW-01. */
  ARROW_01(
      MUST,
      "A result is a well-formed Arrow IPC stream",
      "a writer that was not finished; null counts and offsets of columns that were put together by hand"),
  /** ARROW-02. */
  ARROW_02(
      MUST,
      "Every stream of the declared schema is served",
      "the kind of stream that is named: no batch, no row, validity left out, padding to 64 bytes"),
  /** ARROW-03. */
  ARROW_03(
      MUST,
      "Malformed streams are rejected without a trap",
      "what the Arrow library believes: lengths, offsets, counts and text it does not look at"),
  /** ARROW-04. */
  ARROW_04(
      SHOULD,
      "A valid stream of another schema is rejected without a trap",
      "the comparison of names, types and nullability, before a column is taken for its type"),
  /** ARROW-05. */
  ARROW_05(
      MUST,
      "Rejecting a stream claims memory in proportion to its length",
      "a buffer made as long as the stream says, before the stream's own length was looked at"),
  /** ARROW-06. */
  ARROW_06(
      SHOULD,
      "Chunks one after another need memory that does not depend on their number",
      "what a call keeps of each chunk: a set of values seen, a dictionary, a log"),
  /** ARROW-07. */
  ARROW_07(
      MUST,
      "The relations that the descriptor declares hold",
      "the relation that is named; rows at the borders of batches, nulls, NaN"),
  /** ARROW-08. */
  ARROW_08(
      SHOULD,
      "A stream without its end marker is rejected",
      "a reader that takes the end of its input for the end of the stream"),
  /** ISO-01. */
  ISO_01(
      MUST,
      "Operations interleaved over several instances give each the results that it has alone",
      "state outside the instance; where the engine shares none, the host"),
  /** ISO-02. */
  ISO_02(
      MUST,
      "Instances on several threads at once, one each, give the results that they have alone",
      "state outside the instance that is not guarded: as for ISO-01, look at the host, too"),
  /** ISO-03. */
  ISO_03(
      MUST,
      "A trap in one instance changes nothing in another",
      "what a function was doing outside the instance when it was cut short"),
  /** ISO-04. */
  ISO_04(
      MUST,
      "A fresh instance behaves the same whatever earlier ones did",
      "files or other things of the host that an earlier instance left behind"),
  /** POL-01. */
  POL_01(
      SHOULD,
      "Allocate and deallocate call no host function",
      "a hook that logs or measures, a random number for a hash map"),
  /** POL-02. */
  POL_02(
      SHOULD,
      "Only capabilities that the descriptor asks for are tried",
      "the function that is named: which dependency calls it, or the descriptor that does not ask for it"),
  /** POL-03. */
  POL_03(
      MUST, "The module never exits the process", "`std::process::exit`, `abort`, `assert` in C"),
  /** POL-04. */
  POL_04(
      SHOULD,
      "Nothing is written to standard output or standard error",
      "`println!`, `eprintln!`, `dbg!`, a panic message");

  private final Level level;
  private final String statement;
  private final String lookFirst;

  Clause(Level level, String statement, String lookFirst) {
    this.level = level;
    this.statement = statement;
    this.lookFirst = lookFirst;
  }

  /** The clause with this id, in any case; empty when there is none. */
  public static Optional<Clause> byId(String id) {
    String wanted = id.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(clause -> clause.id().equals(wanted)).findFirst();
  }

  /** All ids, in the order of the specification. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Clause::id).toList();
  }

  /** The stable id, such as {@code ALLOC-04}. */
  public String id() {
    return name().replace('_', '-');
  }

  /** The anchor of the clause's section in {@code SPEC.md}, such as {@code alloc-04}. */
  public String anchor() {
    return id().toLowerCase(Locale.ROOT);
  }

  /** The family, which is the first part of the id. */
  public Family family() {
    return Family.valueOf(name().substring(0, name().indexOf('_')));
  }

  /** How binding the clause is. */
  public Level level() {
    return level;
  }

  /** The clause in one short sentence, without its final stop. */
  public String statement() {
    return statement;
  }

  /** Where an author looks first when a module breaks the clause. */
  public String lookFirst() {
    return lookFirst;
  }
}

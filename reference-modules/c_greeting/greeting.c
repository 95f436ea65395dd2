// A guest that keeps the module interop contract, in C: the contract is not Rust's. Copy it to start your own.
//
// Host and guest share one linear memory and pass each other addresses into it. At every export the question is: *who
// owns these bytes, and until when?*
//
// - Every area that the host may touch comes from `wasm_allocate` or is the result of a call.
// - The host owns it from then on, also while a call reads it, and gives it back with `wasm_deallocate`.
// - The guest believes no address: it looks each one up among the areas that it gave out.
//
// areas.c has the table of areas, text.c looks at text. There is no C library below: what it would bring, this guest does
// not need, and a `malloc` would still need a table beside it to know which addresses are its own.

#include "areas.h"
#include "text.h"

#define EXPORT(name) __attribute__((export_name(#name)))

// What a call answers when it rejects its input or has no memory for the result.
#define REJECTED NO_AREA

enum { RELEASED = 0, NOT_AN_AREA = -1 };

static const char BEFORE[] = "Hello World, ";
static const char AFTER[] = "!";

// Gives the host an area of `size` bytes, all zero, 8-byte aligned; 0 when there is no memory for it.
// Owner of the area: the host, until it calls `wasm_deallocate` with this very address.
EXPORT(wasm_allocate) uint32_t wasm_allocate(uint32_t size) { return area_new(size); }

// Takes an area back from the host: 0, or -1 when `address` is not the start of a live area.
// Owner of the area: nobody any more. A second release, an address inside an area or an invented one is not in the
// table, so it is harmless.
EXPORT(wasm_deallocate) int32_t wasm_deallocate(uint32_t address) {
    return area_release(address) ? RELEASED : NOT_AN_AREA;
}

// The smallest call: no memory is exchanged at all.
EXPORT(answer) int32_t answer(void) { return 42; }

// The greeting in an area of its own, followed by so many zero bytes.
static uint32_t greet(uint32_t name, uint32_t length, uint32_t zeros, uint32_t *greeting_length) {
    uint32_t before = sizeof BEFORE - 1, after = sizeof AFTER - 1;
    // In 64 bits: the sum of two lengths of 32 bits need not fit into 32.
    uint64_t size = (uint64_t)before + length + after + zeros;
    uint32_t greeting = size > UINT32_MAX ? NO_AREA : area_new((uint32_t)size);
    if (greeting == NO_AREA) {
        return NO_AREA;
    }
    uint8_t *place = area_bytes(greeting);
    __builtin_memcpy(place, BEFORE, before);
    __builtin_memcpy(place + before, area_bytes(name), length);
    __builtin_memcpy(place + before + length, AFTER, after);
    *greeting_length = before + length + after;
    return greeting;
}

// Greets the C string at `name` (shape `cstring`): the answer is a C string in an area of its own.
//
// Owner of `name`: the host, before and after; it is only read. Owner of the result: the host.
// Rejected with 0: an address that is not a live area, an area whose one NUL is not its last byte (without the area's end
// the search for NUL would run into bytes that belong to others), text that is not UTF-8.
EXPORT(wasm_memory_c_format_hello_world) uint32_t wasm_memory_c_format_hello_world(uint32_t name) {
    uint32_t size, greeting_length;
    if (!area_find(name, &size) || !text_ends_in_its_only_nul(area_bytes(name), size)) {
        return REJECTED;
    }
    uint32_t length = size - 1;
    if (!text_is_utf8(area_bytes(name), length)) {
        return REJECTED;
    }
    return greet(name, length, 1, &greeting_length);
}

// Greets the `len` bytes of text at `name` (shape `bytes`): the answer is a pair of address and length.
//
// Owner of `name`: the host, before and after; it is only read. Owner of the results: the host. They are two areas, the
// 8-byte pair and the text that it points to, and the host releases each.
// Rejected with 0: an address that is not a live area, a length other than the area's, text that is not UTF-8.
EXPORT(wasm_memory_rust_format_hello_world) uint32_t wasm_memory_rust_format_hello_world(uint32_t name, uint32_t len) {
    uint32_t size, greeting_length;
    if (!area_find(name, &size) || len != size || !text_is_utf8(area_bytes(name), len)) {
        return REJECTED;
    }
    uint32_t greeting = greet(name, len, 0, &greeting_length);
    if (greeting == NO_AREA) {
        return REJECTED;
    }
    uint32_t pair = area_new(2 * sizeof(uint32_t));
    if (pair == NO_AREA) {
        // All or nothing: a result that nobody can find would be lost for ever.
        area_release(greeting);
        return REJECTED;
    }
    // WebAssembly is little-endian, as the pair is to be.
    uint32_t *words = (uint32_t *)area_bytes(pair);
    words[0] = greeting;
    words[1] = greeting_length;
    return pair;
}

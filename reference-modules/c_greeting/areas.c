// The allocator. Free memory and areas lie in one row of blocks without gaps, and one table knows them all, sorted by
// address.
//
// The table is kept apart from the areas. A header in front of each area would be cheaper, but the host can write there,
// and a guest that trusts such a header can be led anywhere by an address that it never gave out.

#include "areas.h"

#include <stddef.h>

#define PAGE 65536u
#define ALIGNMENT 8u

// The last page of a 4 GiB memory is never used: so every end of a block is a 32-bit number.
#define HIGHEST_END (UINT32_MAX - PAGE + 1u)

#define MOST_BLOCKS 32768u

// In place of its size: this block is no area. No area is so long.
#define FREE UINT32_MAX

struct block {
    uint32_t start;
    uint32_t size; // as the host asked for it, or FREE
};

// A block ends where the next one begins; behind the last one stands an entry that is only an end.
static struct block blocks[MOST_BLOCKS + 1];
static uint32_t count;

// No block before this place is free, so a search need not begin at the first one.
static uint32_t search_from;

// Written by the linker: behind this address there is nothing of the module's own.
extern uint8_t __heap_base;

static uint32_t length_of(uint32_t place) { return blocks[place + 1].start - blocks[place].start; }

static bool is_free(uint32_t place) { return place < count && blocks[place].size == FREE; }

static uint64_t round_up(uint64_t value, uint32_t unit) { return (value + unit - 1) / unit * unit; }

// Moves the entries from one place on, with the end, to another place.
static void move_entries(uint32_t from, uint32_t to) {
    __builtin_memmove(&blocks[to], &blocks[from], (count + 1 - from) * sizeof(struct block));
    count = count + to - from;
}

// The first block that begins at `address` or behind it; `count` if there is none.
static uint32_t place_of(uint32_t address) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (blocks[middle].start < address) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// Before the first call there is no row yet: it begins behind the module's own data, and has no block.
static void prepare(void) {
    if (blocks[count].start == 0) {
        blocks[count].start = (uint32_t)round_up((uint32_t)&__heap_base, ALIGNMENT);
    }
}

// Makes the row `end` long at least: the last block, if it is free, or else a new one becomes longer.
static bool extend(uint64_t end) {
    uint64_t memory_end = (uint64_t)__builtin_wasm_memory_size(0) * PAGE;
    bool longer = count > 0 && is_free(count - 1);
    if (end > HIGHEST_END || (!longer && count == MOST_BLOCKS)) {
        return false;
    }
    if (end > memory_end) {
        uint32_t missing = (uint32_t)((end - memory_end + PAGE - 1) / PAGE);
        // The host may refuse, and then nothing has changed. -1 is its answer, not a place.
        if (__builtin_wasm_memory_grow(0, missing) == SIZE_MAX) {
            return false;
        }
        memory_end += (uint64_t)missing * PAGE;
    }
    if (!longer) {
        blocks[count].size = FREE;
        count++;
    }
    blocks[count].start = (uint32_t)(memory_end < HIGHEST_END ? memory_end : HIGHEST_END);
    return true;
}

// The first free block of at least `length` bytes; `count` if there is none.
static uint32_t first_fit(uint64_t length) {
    uint32_t place = search_from;
    while (place < count && !(is_free(place) && length_of(place) >= length)) {
        place++;
    }
    return place;
}

uint32_t area_new(uint32_t size) {
    // An area of size 0 still occupies bytes: so it has an address that no other area has.
    uint64_t length = round_up(size > 0 ? size : 1, ALIGNMENT);
    prepare();
    uint32_t place = first_fit(length);
    if (place == count) {
        uint32_t last_free = count > 0 && is_free(count - 1) ? count - 1 : count;
        if (!extend(blocks[last_free].start + length)) {
            return NO_AREA;
        }
        place = last_free;
    }
    // What is left over stays a free block.
    if (length_of(place) > length) {
        if (count == MOST_BLOCKS) {
            return NO_AREA;
        }
        move_entries(place + 1, place + 2);
        blocks[place + 1] = (struct block){.start = blocks[place].start + (uint32_t)length, .size = FREE};
    }
    blocks[place].size = size;
    if (place == search_from) {
        search_from = place + 1;
    }
    // Zeros, because an earlier owner's bytes are not the next owner's business.
    __builtin_memset(area_bytes(blocks[place].start), 0, size);
    return blocks[place].start;
}

bool area_release(uint32_t address) {
    uint32_t size;
    if (!area_find(address, &size)) {
        return false;
    }
    uint32_t place = place_of(address);
    blocks[place].size = FREE;
    // Free neighbours become one block, or else memory would fall to pieces.
    if (is_free(place + 1)) {
        move_entries(place + 2, place + 1);
    }
    if (place > 0 && is_free(place - 1)) {
        move_entries(place + 1, place);
        place--;
    }
    if (place < search_from) {
        search_from = place;
    }
    return true;
}

bool area_find(uint32_t address, uint32_t *size) {
    uint32_t place = place_of(address);
    if (place == count || blocks[place].start != address || is_free(place)) {
        return false;
    }
    *size = blocks[place].size;
    return true;
}

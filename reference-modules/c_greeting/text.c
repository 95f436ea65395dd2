#include "text.h"

bool text_ends_in_its_only_nul(const uint8_t *bytes, uint32_t length) {
    uint32_t first = 0;
    while (first < length && bytes[first] != 0) {
        first++;
    }
    return length > 0 && first == length - 1;
}

static bool within(uint8_t byte, uint8_t low, uint8_t high) { return byte >= low && byte <= high; }

// How many bytes the character at the front takes; 0 when it is none. Its first byte says how many follow, and narrows
// what the second one may be; the others are always 80 to BF.
static uint32_t character_length(const uint8_t *bytes, uint32_t left) {
    uint8_t first = bytes[0];
    uint8_t low = 0x80, high = 0xBF;
    uint32_t length;
    if (first < 0x80) {
        return 1;
    } else if (within(first, 0xC2, 0xDF)) { // C0 and C1 would be ASCII in two bytes
        length = 2;
    } else if (within(first, 0xE0, 0xEF)) {
        length = 3;
        low = first == 0xE0 ? 0xA0 : low;   // below: two bytes are enough
        high = first == 0xED ? 0x9F : high; // above: halves of surrogate pairs
    } else if (within(first, 0xF0, 0xF4)) {
        length = 4;
        low = first == 0xF0 ? 0x90 : low;   // below: three bytes are enough
        high = first == 0xF4 ? 0x8F : high; // above: beyond U+10FFFF
    } else {
        return 0;
    }
    if (left < length || !within(bytes[1], low, high)) {
        return 0;
    }
    for (uint32_t i = 2; i < length; i++) {
        if (!within(bytes[i], 0x80, 0xBF)) {
            return 0;
        }
    }
    return length;
}

bool text_is_utf8(const uint8_t *bytes, uint32_t length) {
    uint32_t at = 0;
    while (at < length) {
        uint32_t step = character_length(bytes + at, length - at);
        if (step == 0) {
            return false;
        }
        at += step;
    }
    return true;
}

// Questions about bytes that claim to be text.

#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stdint.h>

// Whether the only NUL among the bytes is the last one. Never looks at a byte behind them: `strlen` would.
bool text_ends_in_its_only_nul(const uint8_t *bytes, uint32_t length);

// Whether the bytes are UTF-8: no sequence cut off, none longer than it needs to be, no half of a surrogate pair, nothing
// above U+10FFFF.
bool text_is_utf8(const uint8_t *bytes, uint32_t length);

#endif

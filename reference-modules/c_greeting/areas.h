// Areas of memory: given out, looked up, taken back.
//
// An address is a number, because that is what the host has. It becomes a pointer only once it was found here.

#ifndef AREAS_H
#define AREAS_H

#include <stdbool.h>
#include <stdint.h>

// No area begins at 0, so 0 says: there is none.
#define NO_AREA 0u

// Gives out `size` bytes, all zero, that begin at a multiple of 8. NO_AREA when there is no memory for them, or no room
// in the table.
uint32_t area_new(uint32_t size);

// Takes the area back that begins at `address`. False when no live area does, and then nothing has changed.
bool area_release(uint32_t address);

// Whether a live area begins at `address`, and how long it is.
bool area_find(uint32_t address, uint32_t *size);

// The bytes of an area that was found, or has just been made.
static inline uint8_t *area_bytes(uint32_t address) { return (uint8_t *)address; }

#endif

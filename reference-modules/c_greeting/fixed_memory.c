// The guest in C in a memory that never grows: it starts with all that it may have, as Emscripten links by default.
//
// Nothing of the source is different, only what build.sh tells the linker. `memory.grow` is refused each time.

#include "greeting.c"

// ---- what a guest has memory for ----

/** Large areas first, for with thousands of them the guest's own books would decide when it is full. */
const SIZES = [65536, 16384, 4096, 1024, 256];
/** A capacity is told to so many bytes; less is nothing. */
const LEAST = 256;
/** Where there is less, nothing fits. */
const LEAST_ROOM = 8 * PAGE;

/** How many bytes a guest can still give out. It is of no more use then; `again` makes it anew. */
function capacity(guest, again) {
  const served = [];
  let bytes = 0;
  for (const size of SIZES) {
    if (guest.spoiled) {
      guest = again();
      served.forEach((before) => guest.allocate(before));
    }
    while (bytes < limitBytes && guest.allocate(size).value > 0) {
      served.push(size);
      bytes += size;
    }
  }
  return bytes;
}

/**
 * How many bytes every guest must have memory for. Where the memory hardly grows, as it starts with
 * all that it may have, a guest is asked. `fresh` makes guests in their start state.
 */
function fitting(fresh) {
  const guest = fresh();
  const growth = limitBytes - guest.size();
  const room = growth >= LEAST_ROOM ? growth : capacity(guest, fresh);
  return room < LEAST_ROOM ? 0 : Math.floor(room / 4);
}

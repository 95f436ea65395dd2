// ---- the same again and again, at whose end nothing is live ----

const PROBE = 256;
/** After how many times as many repetitions the free capacity is looked at. */
const WHEN = [1, 2, 6, 10, 14, 18];

/** How many small areas there is room for. The guest is of no more use then. */
function capacity(guest) {
  const most = Math.floor(limitBytes / PROBE);
  let areas = 0;
  while (areas < most && guest.allocate(PROBE).value > 0) areas++;
  return areas;
}

/**
 * What shows a leak, or null. Each look is at an instance of its own, which does all from the
 * start: looking fills the memory. `once` tells why it stopped for want of memory; or another fault.
 */
function leak(module, once, times, looksAt = WHEN) {
  const fresh = () => new Guest(module).ready();
  const atStart = capacity(fresh());
  const looks = [];
  // A guest may serve its calls long after its leak has left no room for anything else.
  const less = (areas, before) => areas < before || (areas === 0 && atStart > 0);
  const falling = (list) => list.every((areas, i) => i === 0 || less(areas, list[i - 1]));
  // What was served at first is so again, however much room there is for small areas.
  const ranOut = finding.actual.startsWith("after ");
  let served = false;
  for (const when of looksAt) {
    if (looks.length === 2 && !falling(looks)) return null;
    const guest = fresh();
    for (let done = 0; done < when * times; done++) {
      const stopped = once(guest, done);
      if (stopped?.clause) return stopped;
      if (done === 0) served = !stopped;
      if (!stopped || (done === 0 && !guest.spoiled)) continue;
      const noArea = served && ranOut && stopped.startsWith("allocate(");
      const exhausted = guest.spoiled || noArea || capacity(guest) < atStart / 2;
      say(`after ${done} times: ${stopped}`);
      return exhausted ? `after ${done} times, with nothing live: ${stopped}` : null;
    }
    looks.push(capacity(guest));
    say(`after ${when * times} times: room for ${looks.at(-1)} areas of ${PROBE} bytes`);
  }
  const found = looks.join(", ");
  return falling(looks.slice(1)) ? `room for ${found} areas of ${PROBE} bytes` : null;
}

/** A program that releases all that it allocates. */
function program(guest, operations, print) {
  const live = [];
  let refused = null;
  for (const text of operations) {
    const [kind, word] = text.split(" ");
    const number = Number(word);
    let call;
    let answer;
    if (kind === "allocate") {
      answer = guest.allocate(number);
      call = `allocate(${number}) -> ${words(answer)}`;
      if (answer.value > 0) live.push(answer.value);
      else if (number > 0) refused = call;
    } else if (live.length > 0) {
      const at = number === 0xffffffff ? live.length - 1 : number % live.length;
      const [pointer] = live.splice(at, 1);
      answer = guest.deallocate(pointer);
      call = `deallocate(${pointer}) -> ${words(answer)}`;
      if (answer.value > 0) return { clause: "DEALLOC-01", expected: "0", actual: call };
    } else continue;
    if (print) say(call);
    if (answer.stopped) return call;
  }
  return refused;
}

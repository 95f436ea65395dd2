// ---- the same again and again, at whose end nothing is live ----

/** After how many times as many repetitions the free capacity is looked at. */
const WHEN = [1, 2, 6, 10, 14, 18];

/**
 * What shows a leak, or null. Each look is at an instance of its own, which does all from the
 * start: looking fills the memory. `once` tells why it stopped for want of memory; or another fault.
 */
function leak(module, once, times, looksAt = WHEN) {
  const fresh = () => new Guest(module).ready();
  const repeated = (count) => {
    const guest = fresh();
    for (let done = 0; done < count; done++) once(guest, done);
    return guest;
  };
  const atStart = capacity(fresh(), fresh);
  const looks = [];
  // What was served at first is so again, however much room there is for small areas.
  const ranOut = finding.actual.startsWith("after ");
  let served = false;
  for (const when of looksAt) {
    const guest = fresh();
    for (let done = 0; done < when * times; done++) {
      const stopped = once(guest, done);
      if (stopped?.clause) return stopped;
      if (done === 0) served = !stopped;
      if (!stopped || (done === 0 && !guest.spoiled)) continue;
      say(`after ${done} times: ${stopped}`);
      const noArea = served && ranOut && stopped.startsWith("allocate(");
      const left = () => capacity(guest, () => repeated(done));
      const exhausted = guest.spoiled || noArea || left() < atStart / 2;
      return exhausted ? `after ${done} times, with nothing live: ${stopped}` : null;
    }
    const room = capacity(guest, () => repeated(when * times));
    say(`after ${when * times} times: room for ${room} bytes`);
    const before = looks.at(-1);
    looks.push(room);
    // A guest may serve its calls long after its leak has left no room for anything else.
    const fell = room < before || (room < LEAST && atStart >= LEAST);
    // The second look may be like the first: what is lost was set aside before.
    const falling = looks.length === 2 ? fell || room === before : fell;
    if (looks.length > 1 && !falling) return null;
  }
  return `room for ${looks.join(", ")} bytes, from look to look`;
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

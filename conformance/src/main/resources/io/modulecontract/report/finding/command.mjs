// ---- the command ----

/** Where the child tells its verdict. */
const TOLD = 3;

function main() {
  const [file, inner] = process.argv.slice(2);
  if (!file) {
    say(`usage: node ${finding.clause}.mjs MODULE.wasm`);
    return UNUSABLE;
  }
  if (inner !== "--inner") return byAChild(file);
  watchCalls();
  writeSync(TOLD, String(verdict(file)));
  // By force: now and then Node 20 does not come to an end when a module was compiled just before.
  process.kill(process.pid, "SIGKILL");
}

/** Odd while a call of the guest runs, another number with each. */
const calls = new Int32Array(new SharedArrayBuffer(4));

/** What the child tells when a call does not return. */
const LATE = "late";

/** How long one call may take. */
const CALL_MS = settings.deadlineMs + 2000;

/** Runs beside the guest, which keeps its own thread busy. */
function watch() {
  const { calls, most, told } = require("node:worker_threads").workerData;
  const { writeSync } = require("node:fs");
  let seen = 0;
  let since = Date.now();
  setInterval(() => {
    const now = Atomics.load(calls, 0);
    if (now !== seen || now % 2 === 0) [seen, since] = [now, Date.now()];
    if (Date.now() - since < most) return;
    writeSync(told.to, told.late);
    process.kill(process.pid, "SIGKILL");
  }, 50);
}

function watchCalls() {
  const workerData = { calls, most: CALL_MS, told: { to: TOLD, late: LATE } };
  new Worker(`(${watch})()`, { eval: true, workerData }).unref();
}

/** A child does the work, so that one that never returns can be stopped. */
function byAChild(file) {
  // Thousands of calls take their time; a deadline is for each one of them.
  const patience = settings.deadlineMs + (course.sequence || course.watched ? 120000 : 2000);
  const own = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [own, file, "--inner"], {
    stdio: ["inherit", "inherit", "inherit", "pipe"],
    timeout: patience,
    killSignal: "SIGKILL",
  });
  const told = child.output?.[TOLD]?.toString();
  if (told && told !== LATE) return Number(told);
  if (!told && child.error?.code !== "ETIMEDOUT") return UNUSABLE;
  const shows = finding.actual.includes("no answer within");
  say(`no answer within ${told ? CALL_MS : patience} ms`);
  say(shows ? `${finding.clause} shows` : `undecided: ${finding.clause} is about something else`);
  return shows ? SHOWS : UNUSABLE;
}

function verdict(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (e) {
    say(`error: ${file} cannot be read: ${e.message}`);
    return UNUSABLE;
  }
  try {
    // Its judge is in the part below: what it saw of the clause, or nothing.
    const seen = judge(bytes);
    if (seen?.clause === finding.clause) {
      say(`${finding.clause} shows`);
      say("    expected   " + seen.expected);
      say("    actual     " + seen.actual);
      return SHOWS;
    }
    if (seen) say(`something else goes wrong (${seen.clause}): ${seen.actual}`);
    say(`${finding.clause} does not show`);
    return GONE;
  } catch (e) {
    // Whatever it is, it must not look like a failure of the module.
    say(`error: ${file} cannot be used: ${e.message}`);
    return UNUSABLE;
  }
}

/** The module under a memory limit, that of the run unless another is told. */
function compiled(bytes, pages = settings.memoryPages) {
  if (!WebAssembly.validate(bytes)) throw new Unusable("it is not a valid WebAssembly module");
  return new WebAssembly.Module(limited(bytes, pages));
}

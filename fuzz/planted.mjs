// How soon each planted bug is found: by the checks, by the fuzzer without what the module compares, and with it.
//
//   node fuzz/planted.mjs [--seeds 5] [--time 60s] [--only NAME] [--ways checks,blind,compares] [--lanes 2]
//
// The ways are those three and `random`, without a look at the code. So many lanes run at once, one core each. Where more
// than half of the seeds have found nothing, the median is known and the rest is left out.
//
// Needs the command line, built: mvn -pl cli -am package -DskipTests. Prints a table in Markdown; what is counted are the
// programs that were run before the one that shows the bug, the median over the seeds. Nothing else should run meanwhile.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const jar = join(root, "cli", "target", "module-contract.jar");
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
const options = { seeds: "5", time: "60s", only: "", ways: "checks,blind,compares", lanes: "2" };
for (let i = 2; i < process.argv.length; i += 2) {
  const name = process.argv[i].replace(/^--/, "");
  if (!(name in options) || process.argv[i + 1] === undefined) {
    console.error(`planted: unknown or without a value: ${process.argv[i]}`);
    process.exit(2);
  }
  options[name] = process.argv[i + 1];
}

/** What the catalogue says about each planted module. */
function planted() {
  const catalogue = readFileSync(join(root, "reference-modules", "catalogue.toml"), "utf8");
  return catalogue
    .split("[[module]]")
    .map((entry) => Object.fromEntries([...entry.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value])))
    .filter((entry) => entry.planted !== undefined && entry.file.includes(options.only));
}

const arguments_ = {
  random: ["--engine", "random"],
  blind: ["--no-compares"],
  compares: [],
};

/** The programs that were run until a suspect of this clause was there, or null within the time. */
async function fuzz(entry, way, seed) {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  const module = join(root, "reference-modules", "prebuilt", entry.file);
  const child = spawn(
    java,
    ["-jar", jar, "fuzz", module, "--time", options.time, "--seed", String(seed), "--report-dir", folder, ...arguments_[way]],
    { stdio: "ignore" },
  );
  const ended = new Promise((resolve) => child.on("close", resolve));
  let over = false;
  ended.then(() => (over = true));
  try {
    for (;;) {
      const done = over;
      const found = suspects(join(folder, "fuzz", "suspects"), entry);
      if (found !== null || done) {
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    child.kill();
    await ended;
    await removed(folder);
  }
}

/** Its worker ends a moment after its parent, and writes until then. */
async function removed(folder) {
  for (let left = 10; ; left--) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (e) {
      if (left === 0) {
        console.error(`planted: ${folder} stays behind: ${e.message}`);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

function suspects(folder, entry) {
  let names;
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return null;
  }
  const all = names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const wrong = all.find((suspect) => suspect.clause !== entry.clause);
  if (wrong) {
    throw new Error(`${entry.file}: found ${wrong.clause}, but the bug breaks ${entry.clause}: ${wrong.actual}`);
  }
  return all.length === 0 ? null : { executions: all[0].executions, millis: all[0].millis };
}

/** How many sequences the checks tried, at the effort that users get; they must not find it. */
async function checks(entry) {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  const module = join(root, "reference-modules", "prebuilt", entry.file);
  const child = spawn(java, ["-jar", jar, "check", module, "--seed", "1", "--report-dir", folder], { stdio: "ignore" });
  await new Promise((resolve) => child.on("close", resolve));
  const [report] = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).modules;
  rmSync(folder, { recursive: true, force: true });
  const trials = report.clauses.reduce((sum, row) => sum + row.trials, 0);
  return `${report.verdict === "conforms" ? "not found in" : `${report.verdict}!`} ${count(trials)}`;
}

const count = (number) => Math.round(number).toLocaleString("en");

function cell(results) {
  const found = results.filter((result) => result !== null);
  if (found.length * 2 < results.length) {
    return `${found.length} of ${results.length} in ${options.time}`;
  }
  const middle = (pick) => {
    const sorted = results.map((result) => (result === null ? Infinity : pick(result))).sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) / 2)];
  };
  const seconds = (middle((result) => result.millis) / 1000).toFixed(1);
  const missed = found.length < results.length ? `, ${found.length} of ${results.length}` : "";
  return `${count(middle((result) => result.executions))} (${seconds} s${missed})`;
}

const titles = {
  checks: "checks, standard",
  random: "random, without coverage",
  blind: "fuzz, without compares",
  compares: "fuzz",
};
const ways = options.ways.split(",");

/** One cell of the table. */
async function measured(entry, way) {
  if (way === "checks") {
    return checks(entry);
  }
  const seeds = Number(options.seeds);
  const results = [];
  const missed = () => results.filter((result) => result === null).length;
  for (let seed = 1; seed <= seeds && missed() * 2 <= seeds; seed++) {
    results.push(await fuzz(entry, way, seed));
  }
  return cell(results);
}

const entries = planted();
const cells = entries.map(() => []);
const work = entries.flatMap((entry, row) => ways.map((way, column) => ({ entry, way, row, column })));
async function lane() {
  for (let next = work.shift(); next !== undefined; next = work.shift()) {
    cells[next.row][next.column] = await measured(next.entry, next.way);
    console.error(`${next.entry.file} ${next.way}: ${cells[next.row][next.column]}`);
  }
}
await Promise.all(Array.from({ length: Number(options.lanes) }, lane));

console.log(`| planted bug | clause | ${ways.map((way) => titles[way]).join(" | ")} |`);
console.log(`|---|---|${ways.map(() => "---|").join("")}`);
entries.forEach((entry, row) => {
  console.log(`| \`${entry.file.replace(".wasm", "")}\` | ${entry.clause} | ${cells[row].join(" | ")} |`);
});

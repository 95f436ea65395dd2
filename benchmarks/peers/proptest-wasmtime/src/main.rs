//! The allocator property as proptest on wasmtime runs it, and as a bare loop does: a peer for
//! comparison. Prints one line of JSON for each variant.

mod areas;
mod drive;
mod guest;
mod property;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use drive::{Bench, Driver, Start, Tally};
use guest::Subject;

const USAGE: &str = "usage: proptest-wasmtime [--seconds N] [--seed N] MODULE
       proptest-wasmtime --selftest [--seed N] FAULTY_MODULE...";

/// proptest's own default; between two batches the clock is read.
const BATCH: u32 = 256;

/// A fault that 10 000 programs do not show is not one that this property is for.
const SELFTEST_BATCHES: u64 = 40;

const VARIANTS: [(Driver, Start); 6] = [
    (Driver::Proptest, Start::Fresh),
    (Driver::Proptest, Start::Kept),
    (Driver::ProptestPacked, Start::Fresh),
    (Driver::ProptestPacked, Start::Kept),
    (Driver::Loop, Start::Fresh),
    (Driver::Loop, Start::Kept),
];

struct Arguments {
    seconds: f64,
    seed: u64,
    selftest: bool,
    modules: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let mut outcome = ExitCode::SUCCESS;
    for path in &arguments.modules {
        let done = match Subject::load(path) {
            Err(error) => Err((3, format!("{error:#}"))),
            Ok(subject) if arguments.selftest => {
                find_fault(path, &subject, arguments.seed).map_err(|why| (1, why))
            }
            Ok(subject) => {
                measure(&subject, arguments.seconds, arguments.seed).map_err(|why| (1, why))
            }
        };
        if let Err((code, why)) = done {
            eprintln!("{}: {why}", path.display());
            outcome = ExitCode::from(code);
        }
    }
    outcome
}

fn arguments() -> Option<Arguments> {
    let mut found = Arguments {
        seconds: 5.0,
        seed: 42,
        selftest: false,
        modules: Vec::new(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seconds" => found.seconds = words.next()?.parse().ok().filter(|s| *s > 0.0)?,
            "--seed" => found.seed = words.next()?.parse().ok()?,
            "--selftest" => found.selftest = true,
            option if option.starts_with('-') => return None,
            path => found.modules.push(PathBuf::from(path)),
        }
    }
    let enough = match found.selftest {
        true => !found.modules.is_empty(),
        false => found.modules.len() == 1,
    };
    enough.then_some(found)
}

fn peer(driver: Driver) -> &'static str {
    match driver {
        Driver::Proptest => "proptest+wasmtime",
        Driver::ProptestPacked => "proptest+wasmtime, packed",
        Driver::Loop => "loop+wasmtime",
    }
}

fn variant(start: Start) -> &'static str {
    match start {
        Start::Fresh => "fresh",
        Start::Kept => "kept",
    }
}

fn measure(subject: &Subject, seconds: f64, seed: u64) -> Result<(), String> {
    for (driver, start) in VARIANTS {
        let mut bench = Bench::new(subject, start);
        repeat(&mut bench, driver, seconds, seed)?; // the warm-up
        let (tally, took) = repeat(&mut bench, driver, seconds, seed)?;
        let (runs, operations) = (tally.runs, tally.operations);
        let rate = operations as f64 / took;
        println!(
            r#"{{"peer":"{}","variant":"{}","runs":{runs},"operations":{operations},"seconds":{took:.3},"operationsPerSecond":{rate:.0}}}"#,
            peer(driver),
            variant(start),
        );
    }
    Ok(())
}

/// Runs batches, each from a seed of its own, until the time is over.
fn repeat(
    bench: &mut Bench,
    driver: Driver,
    seconds: f64,
    seed: u64,
) -> Result<(Tally, f64), String> {
    let begin = Instant::now();
    let mut sum = Tally::default();
    for number in 0.. {
        let tally = bench.batch(driver, BATCH, seed.wrapping_add(number))?;
        sum.runs += tally.runs;
        sum.operations += tally.operations;
        if begin.elapsed().as_secs_f64() >= seconds {
            break;
        }
    }
    Ok((sum, begin.elapsed().as_secs_f64()))
}

/// Every variant must find the fault, else what it measures is no check.
fn find_fault(path: &Path, subject: &Subject, seed: u64) -> Result<(), String> {
    for (driver, start) in VARIANTS {
        let mut bench = Bench::new(subject, start);
        let name = format!("{} {}", peer(driver), variant(start));
        let found = (0..SELFTEST_BATCHES)
            .find_map(|number| bench.batch(driver, BATCH, seed.wrapping_add(number)).err())
            .ok_or_else(|| format!("{name}: no fault found"))?;
        println!("{}: {name}: {found}", path.display());
    }
    Ok(())
}

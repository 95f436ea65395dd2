//! Three ways to feed the property with programs: proptest as its book shows it, proptest with a
//! program packed into integers, and a bare loop without a framework.

use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

use crate::guest::{Guest, Subject};
use crate::property::{Checker, MOST_OPERATIONS, Operation, operation, operations};

const LENGTH: RangeInclusive<usize> = 1..=MOST_OPERATIONS;

/// What instance a run gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A new instance for every run.
    Fresh,
    /// One instance for all runs, never reset.
    Kept,
}

/// Who makes the programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// A vector of `prop_oneof!` over the operations.
    Proptest,
    /// A vector of integers that are decoded: what a careful engineer comes to after measuring.
    ProptestPacked,
    Loop,
}

/// How much was done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub runs: u64,
    pub operations: u64,
}

/// Runs programs on guests of one subject.
pub struct Bench<'a> {
    subject: &'a Subject,
    start: Start,
    guest: Option<Guest>,
    checker: Checker,
}

impl<'a> Bench<'a> {
    pub fn new(subject: &'a Subject, start: Start) -> Self {
        Self {
            subject,
            start,
            guest: None,
            checker: Checker::new(),
        }
    }

    fn run(&mut self, program: impl Iterator<Item = Operation>) -> Result<u64, String> {
        if self.start == Start::Fresh {
            self.guest = None;
        }
        let guest = match &mut self.guest {
            Some(guest) => guest,
            none => none.insert(
                self.subject
                    .instantiate()
                    .map_err(|error| error.to_string())?,
            ),
        };
        let outcome = self.checker.run(guest, program);
        if outcome.is_err() {
            // What a faulty guest did must not decide over the next, smaller program.
            self.guest = None;
        }
        outcome
    }

    /// Runs `cases` programs made from `seed`, or tells what fault was found first.
    pub fn batch(&mut self, driver: Driver, cases: u32, seed: u64) -> Result<Tally, String> {
        match driver {
            Driver::Proptest => self.proptest(vec(operations(), LENGTH), |&it| it, cases, seed),
            Driver::ProptestPacked => {
                self.proptest(vec(any::<u32>(), LENGTH), |&it| operation(it), cases, seed)
            }
            Driver::Loop => self.bare_loop(cases, seed),
        }
    }

    fn proptest<T: Debug>(
        &mut self,
        programs: impl Strategy<Value = Vec<T>>,
        decode: impl Fn(&T) -> Operation,
        cases: u32,
        seed: u64,
    ) -> Result<Tally, String> {
        let configuration = Config {
            cases,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(seed),
            ..Config::default()
        };
        let mut runner = TestRunner::new(configuration);
        let calls = Cell::new(0);
        let bench = RefCell::new(self);
        let result = runner.run(&programs, |program| {
            let made = bench
                .borrow_mut()
                .run(program.iter().map(&decode))
                .map_err(TestCaseError::fail)?;
            calls.set(calls.get() + made);
            Ok(())
        });
        match result {
            Ok(()) => Ok(Tally {
                runs: u64::from(cases),
                operations: calls.get(),
            }),
            Err(TestError::Fail(why, program)) => {
                Err(format!("{why} (shrunk to {} operations)", program.len()))
            }
            Err(TestError::Abort(why)) => Err(why.to_string()),
        }
    }

    fn bare_loop(&mut self, cases: u32, seed: u64) -> Result<Tally, String> {
        let mut random = SplitMix(seed);
        let mut program = [0; MOST_OPERATIONS];
        let mut tally = Tally::default();
        for _ in 0..cases {
            let length = 1 + random.next() as usize % MOST_OPERATIONS;
            for bits in &mut program[..length] {
                *bits = random.next() as u32;
            }
            tally.operations += self.run(program[..length].iter().map(|&bits| operation(bits)))?;
            tally.runs += 1;
        }
        Ok(tally)
    }
}

/// The generator SplitMix64: 64 good bits from a counter.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }
}

//! A hundred thousand streams with something wrong in them.
//!
//! Whatever passes must be read by crate `arrow`, to the end and without a panic: that is what the check is for.

use super::read;
use super::streams::{Numbers, without_validity};
use super::table::{COLUMNS, batch, stream};
use crate::{Fault, check};

/// What a length, an offset or a count may lie.
const HOSTILE: [u64; 16] =
    [0, 1, 2, 3, 4, 7, 8, 12, 64, 1 << 16, 1 << 29, 1 << 31, u32::MAX as u64, 1 << 62, 1 << 63, u64::MAX];

/// How often each outcome was seen.
#[derive(Default)]
struct Seen {
    passed: usize,
    rejected: Vec<(Fault, usize)>,
}

impl Seen {
    fn look(&mut self, mutant: &[u8]) {
        match check(mutant, &COLUMNS) {
            Ok(found) => {
                let batches = read(mutant)
                    .unwrap_or_else(|error| panic!("crate arrow does not read what passed: {error}"));
                assert_eq!(found.rows, batches.iter().map(|batch| batch.num_rows() as u64).sum());
                self.passed += 1;
            }
            Err(fault) => match self.rejected.iter_mut().find(|(seen, _)| *seen == fault) {
                Some((_, times)) => *times += 1,
                None => self.rejected.push((fault, 1)),
            },
        }
    }

    fn all(&self) -> usize {
        self.passed + self.rejected.iter().map(|(_, times)| times).sum::<usize>()
    }
}

fn bases() -> Vec<Vec<u8>> {
    let small = stream(&[batch(3, 1), batch(2, 2)], 8);
    vec![without_validity(&stream(&[batch(9, 3)], 8)), stream(&[batch(0, 1), batch(17, 5)], 64), small]
}

#[test]
fn lies_about_numbers() {
    let mut seen = Seen::default();
    for base in bases() {
        for width in [1, 2, 4, 8] {
            for place in (0..base.len() - width).step_by(width.max(4)) {
                for lie in HOSTILE.iter().flat_map(|lie| [*lie, lie.wrapping_neg()]) {
                    let mut mutant = base.clone();
                    mutant[place..place + width].copy_from_slice(&lie.to_le_bytes()[..width]);
                    seen.look(&mutant);
                }
            }
        }
    }
    assert!(seen.all() > 100_000 && seen.passed > 1000, "{}", seen.all());
    use Fault::*;
    for fault in
        [Cut, Behind, Framing, Flatbuffer, Unsupported, Schema, Counts, Buffers, Validity, Offsets, Text]
    {
        assert!(seen.rejected.iter().any(|(seen, _)| *seen == fault), "{fault:?}");
    }
}

#[test]
fn flipped_bits() {
    let mut numbers = Numbers(11);
    let mut seen = Seen::default();
    for base in bases() {
        for _ in 0..10_000 {
            let mut mutant = base.clone();
            for _ in 0..=numbers.below(3) {
                mutant[numbers.below(base.len())] ^= 1 << numbers.below(8);
            }
            seen.look(&mutant);
        }
    }
    assert!(seen.passed > 100 && seen.passed < seen.all() / 2, "{} of {}", seen.passed, seen.all());
}

#[test]
fn pieces_left_out_repeated_and_moved() {
    let mut numbers = Numbers(12);
    let mut seen = Seen::default();
    for base in bases() {
        for _ in 0..5_000 {
            let mut piece = || numbers.below(base.len() / 8) * 8;
            let (from, to, target) = (piece(), piece(), piece());
            let (from, to) = (from.min(to), from.max(to));
            let without = [&base[..from], &base[to..]].concat();
            let target = target.min(without.len());
            seen.look(&without);
            seen.look(&[&base[..to], &base[from..]].concat());
            seen.look(&[&without[..target], &base[from..to], &without[target..]].concat());
        }
    }
    assert!(seen.passed > 0 && seen.passed < seen.all() / 4, "{} of {}", seen.passed, seen.all());
}

/// Why all this: if this test fails because nothing panics any more, the check may be more than is needed.
#[test]
#[should_panic]
fn crate_arrow_alone_panics_at_a_buffer_outside_the_body() {
    let base = stream(&[batch(3, 1)], 8);
    let (start, _) = super::streams::messages(&base)[1];
    for place in (start..base.len() - 8).step_by(8) {
        let mut mutant = base.clone();
        mutant[place..place + 8].copy_from_slice(&(1_u64 << 20).to_le_bytes());
        let _ = read(&mutant);
    }
}

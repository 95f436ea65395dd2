//! What a call does when memory runs out: it answers `None`. A call that allocated without asking would end this
//! program, as it would trap in a guest.

use super::answer;
use super::tables::{Document, Numbers, batch, data, many, meta, schema, stream_of};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr::null_mut;

/// The system's allocator, with as much memory as a test says.
struct Bounded;

thread_local! {
    static LIMIT: Cell<usize> = const { Cell::new(usize::MAX) };
    static USED: Cell<usize> = const { Cell::new(0) };
    static PEAK: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: the system's allocator does the work; null is a permitted answer.
unsafe impl GlobalAlloc for Bounded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let used = USED.get().saturating_add(layout.size());
        if used > LIMIT.get() {
            return null_mut();
        }
        USED.set(used);
        PEAK.set(PEAK.get().max(used));
        // SAFETY: the caller keeps to the contract, and it is the same one.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        USED.set(USED.get().saturating_sub(layout.size()));
        // SAFETY: as above.
        unsafe { System.dealloc(start, layout) }
    }
}

#[global_allocator]
static MEMORY: Bounded = Bounded;

/// A call with so much memory; its answer, the most that it had at once, and what it did not give back.
fn bounded(limit: usize, meta: &[u8], data: &[u8]) -> (Option<Vec<u8>>, usize, usize) {
    USED.set(0);
    PEAK.set(0);
    LIMIT.set(limit);
    let answer = answer(meta, data);
    LIMIT.set(usize::MAX);
    let kept = USED.get() - answer.as_ref().map_or(0, Vec::capacity);
    (answer, PEAK.get(), kept)
}

#[test]
fn too_little_memory_is_an_answer() {
    let mut described = schema().as_ref().clone();
    described.metadata = (0..200).map(|key| (format!("{key}"), format!("{key}"))).collect();
    // Three times as long in upper case.
    let growing: Document = ("ΐ".repeat(30_000).leak(), None, 0, None);
    let day = |day: i64| -> Document { ("", None, day * 86_400, None) };
    let days = |part: i64| batch(&(part * 1000..(part + 1) * 1000).map(day).collect::<Vec<_>>());
    let streams = [
        data(&[many(5000)]),
        data(&vec![many(2); 300]),
        data(&vec![batch(&[growing]); 2]),
        data(&(0..10).map(days).collect::<Vec<_>>()),
        stream_of(&described, &[many(1)], 8),
    ];
    // What is set up once and kept stays out of the counts.
    answer(&meta("test"), &data(&[many(1)]));
    for command in ["test", "filter 0.5", "uppercase", "aggregate"] {
        let meta = meta(command);
        for data in &streams {
            let (whole, peak, kept) = bounded(usize::MAX, &meta, data);
            assert_eq!(0, kept, "{command}");
            assert!(whole.is_some());
            let mut rejected = 0;
            for limit in (0..peak).step_by(1 + peak / 500) {
                let (answer, _, kept) = bounded(limit, &meta, data);
                assert_eq!(0, kept, "{command}");
                assert!(answer.is_none() || answer == whole);
                rejected += usize::from(answer.is_none());
            }
            assert!(rejected > 100, "{command} {rejected}");
            assert!(peak < 16 * data.len() + (512 << 10), "{command} {peak}");
        }
    }
}

#[test]
fn nothing_is_claimed_for_what_is_rejected() {
    let meta = meta("test");
    let good = data(&[many(100)]);
    let (answer, alone, _) = bounded(usize::MAX, &meta, &[]);
    assert_eq!(None, answer);
    let mut numbers = Numbers(5);
    let mut rejected = 0;
    for _ in 0..5000 {
        let mut mutant = good.clone();
        let place = numbers.below(good.len() / 8) * 8;
        mutant[place..place + 8].copy_from_slice(&(1_u64 << 29).to_le_bytes());
        let (answer, peak, kept) = bounded(usize::MAX, &meta, &mutant);
        assert_eq!(0, kept);
        if answer.is_none() {
            // The meta stream is good and was read; the data stream took nothing.
            assert_eq!(alone, peak);
            rejected += 1;
        }
    }
    assert!(rejected > 500, "{rejected}");
}

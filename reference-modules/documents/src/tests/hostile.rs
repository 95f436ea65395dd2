//! Streams with something wrong in them, all the way through.

use super::tables::{Numbers, batch, data, many, meta};
use super::{answer, read, tables};

/// Never a panic, and what is answered can be read.
#[test]
fn a_stream_with_something_wrong_is_rejected_or_served() {
    let metas = ["test", "filter 0.5", "uppercase", "aggregate"].map(meta);
    let base = data(&[many(9), batch(&tables::DOCUMENTS[..2])]);
    let mut numbers = Numbers(21);
    let mut outcomes = [0, 0];
    for round in 0..20_000 {
        let mut mutant = base.clone();
        let place = numbers.below(base.len() / 4) * 4;
        let lie = [numbers.next() as u32, 0, 1, 8, u32::MAX, 1 << 29, place as u32][round % 7];
        mutant[place..place + 4].copy_from_slice(&lie.to_le_bytes());
        let answer = answer(&metas[round % 4], &mutant);
        outcomes[usize::from(answer.is_some())] += 1;
        answer.iter().for_each(|stream| drop(read(stream)));
    }
    assert!(outcomes.iter().all(|&times| times > 2000), "{outcomes:?}");
}

#[test]
fn a_meta_stream_with_something_wrong_is_rejected_or_served() {
    let base = meta("test");
    let data = data(&[many(2)]);
    for place in 0..base.len() {
        for lie in [0, 1, 0x7f, 0x80, 0xff] {
            let mut mutant = base.clone();
            mutant[place] = lie;
            answer(&mutant, &data).iter().for_each(|stream| drop(read(stream)));
        }
        assert_eq!(None, answer(&base[..place], &data));
    }
}

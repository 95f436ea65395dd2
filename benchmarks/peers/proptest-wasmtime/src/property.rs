//! The property: what a run of operations on a guest must show.

use proptest::prelude::{Strategy, any, prop_oneof};

use crate::areas::{Area, LiveAreas};
use crate::guest::Guest;

/// The greatest size that is asked for.
const GREATEST_SIZE: u32 = 1024;

/// The longest program.
pub const MOST_OPERATIONS: usize = 100;

/// How far the patterns of two areas numbered one after another are apart.
const PATTERN_STEP: usize = 61;

/// What one operation does; the number chooses the area, modulo how many there are.
#[derive(Clone, Copy, Debug)]
pub enum Operation {
    Allocate(u32),
    Release(u32),
    ReleaseDead(u32),
}

/// One operation, as proptest's book writes it.
pub fn operations() -> impl Strategy<Value = Operation> {
    prop_oneof![
        5 => (0..=GREATEST_SIZE).prop_map(Operation::Allocate),
        4 => any::<u32>().prop_map(Operation::Release),
        1 => any::<u32>().prop_map(Operation::ReleaseDead),
    ]
}

/// Any 32 bits are an operation: the weights are 5, 4 and 1.
pub fn operation(bits: u32) -> Operation {
    let argument = bits / 10;
    match bits % 10 {
        0..=4 => Operation::Allocate(argument),
        5..=8 => Operation::Release(argument),
        _ => Operation::ReleaseDead(argument),
    }
}

/// Runs programs and checks every answer. One is enough for many runs: it keeps its memory.
pub struct Checker {
    live: LiveAreas,
    /// Addresses released in this run and not given out again since.
    dead: Vec<u32>,
    /// Bytes without a repeating stretch; pattern n is what starts at n * PATTERN_STEP.
    patterns: Vec<u8>,
    allocated: usize,
    calls: u64,
}

impl Checker {
    pub fn new() -> Self {
        let mut state = 1u32;
        let length = GREATEST_SIZE as usize + MOST_OPERATIONS * PATTERN_STEP;
        let patterns = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        Self {
            live: LiveAreas::default(),
            dead: Vec::new(),
            patterns: patterns.take(length).collect(),
            allocated: 0,
            calls: 0,
        }
    }

    /// Runs a program and releases what is left; answers how often it called the guest, or what
    /// the guest did wrong.
    pub fn run(
        &mut self,
        guest: &mut Guest,
        program: impl Iterator<Item = Operation>,
    ) -> Result<u64, String> {
        self.live.clear();
        self.dead.clear();
        self.allocated = 0;
        self.calls = 0;
        for operation in program {
            match operation {
                Operation::Release(index) if self.live.count() > 0 => {
                    self.release(guest, index as usize % self.live.count())?;
                }
                Operation::Allocate(size) | Operation::Release(size) => {
                    self.allocate(guest, size % (GREATEST_SIZE + 1))?;
                }
                Operation::ReleaseDead(index) => self.release_dead(guest, index as usize)?,
            }
        }
        while self.live.count() > 0 {
            self.release(guest, self.live.count() - 1)?;
        }
        Ok(self.calls)
    }

    fn allocate(&mut self, guest: &mut Guest, size: u32) -> Result<(), String> {
        self.calls += 1;
        let pointer = guest
            .allocate(size)
            .map_err(|trap| format!("allocate({size}) trapped: {trap}"))?;
        if pointer == 0 {
            return match size {
                0 => Ok(()),
                _ => Err(format!("allocate({size}) -> 0, though it fits")),
            };
        }
        let memory = guest.memory();
        let start = pointer as usize;
        let Some(bytes) = memory.get_mut(start..start + size as usize) else {
            return Err(format!("allocate({size}) -> {pointer}, outside the memory"));
        };
        let area = Area {
            pointer,
            size,
            pattern: self.allocated * PATTERN_STEP,
        };
        self.live.insert(area).map_err(|other| {
            let (at, length) = (other.pointer, other.size);
            format!("allocate({size}) -> {pointer}, which overlaps the {length} live bytes at {at}")
        })?;
        bytes.copy_from_slice(&self.patterns[area.pattern..][..size as usize]);
        if let Some(index) = self.dead.iter().rposition(|&dead| dead == pointer) {
            self.dead.swap_remove(index);
        }
        self.allocated += 1;
        Ok(())
    }

    fn release(&mut self, guest: &mut Guest, index: usize) -> Result<(), String> {
        let area = self.live.remove(index);
        let (pointer, size) = (area.pointer, area.size);
        let held = &guest.memory()[pointer as usize..][..size as usize];
        if held != &self.patterns[area.pattern..][..size as usize] {
            return Err(format!("the {size} live bytes at {pointer} changed"));
        }
        self.deallocate(guest, pointer, 0)?;
        self.dead.push(pointer);
        Ok(())
    }

    fn release_dead(&mut self, guest: &mut Guest, index: usize) -> Result<(), String> {
        match self.dead.len() {
            0 => Ok(()),
            count => self.deallocate(guest, self.dead[index % count], -1),
        }
    }

    fn deallocate(&mut self, guest: &mut Guest, pointer: u32, expected: i32) -> Result<(), String> {
        self.calls += 1;
        match guest.deallocate(pointer) {
            Ok(answer) if answer == expected => Ok(()),
            Ok(answer) => Err(format!("deallocate({pointer}) -> {answer}, not {expected}")),
            Err(trap) => Err(format!("deallocate({pointer}) trapped: {trap}")),
        }
    }
}

//! The buddy system itself, over a table with one state for each unit.

/// No block begins here.
const INSIDE: u8 = 0;

/// A free block of order n begins here: `FREE + n`.
const FREE: u8 = 1;

/// A taken block of order n begins here: `TAKEN + n`.
const TAKEN: u8 = 0x81;

/// The state of each unit.
pub struct Blocks<'a>(pub &'a mut [u8]);

impl Blocks<'_> {
    /// A block of 2^`order` units: the smallest free one that is long enough, cut in halves until it fits.
    pub fn take(&mut self, order: u8) -> Option<u32> {
        let (unit, mut found) = self.smallest_free(order)?;
        while found > order {
            found -= 1;
            self.set(unit + (1 << found), FREE + found);
        }
        self.set(unit, TAKEN + order);
        Some(unit)
    }

    /// Frees the taken block that begins at `unit`; `false` when none does.
    pub fn free(&mut self, unit: u32) -> bool {
        let state = self.state(unit);
        if state < TAKEN {
            return false;
        }
        self.join(unit, state - TAKEN);
        true
    }

    /// Forgets what was: all units are one free block.
    pub fn make_whole(&mut self) {
        self.0.fill(INSIDE);
        self.set(0, FREE + self.0.len().trailing_zeros() as u8);
    }

    /// Units that did not exist before are free from now on.
    pub fn add(&mut self, first: u32, end: u32) {
        (first..end).for_each(|unit| self.join(unit, 0));
    }

    /// The order of the largest free block, if any is free.
    pub fn largest_free(&self) -> Option<u8> {
        self.each_free().map(|(_, order)| order).max()
    }

    /// Whether nothing is taken in `first..end`, which cuts no block.
    pub fn all_free(&self, first: u32, end: u32) -> bool {
        let free: u32 =
            self.each_free().filter(|(unit, _)| (first..end).contains(unit)).map(|(_, n)| 1 << n).sum();
        free == end - first
    }

    fn join(&mut self, mut unit: u32, mut order: u8) {
        loop {
            let buddy = unit ^ (1 << order);
            if self.state(buddy) != FREE + order {
                break;
            }
            self.set(unit.max(buddy), INSIDE);
            unit = unit.min(buddy);
            order += 1;
        }
        self.set(unit, FREE + order);
    }

    fn smallest_free(&self, order: u8) -> Option<(u32, u8)> {
        self.each_free().filter(|&(_, found)| found >= order).min_by_key(|&(_, found)| found)
    }

    /// All free blocks, as first unit and order, in the order of their addresses.
    fn each_free(&self) -> impl Iterator<Item = (u32, u8)> {
        let mut unit = 0;
        core::iter::from_fn(move || {
            while unit < self.0.len() as u32 {
                let at = unit;
                match self.state(at) {
                    INSIDE => unit += 1,
                    taken if taken >= TAKEN => unit += 1 << (taken - TAKEN),
                    free => {
                        unit += 1 << (free - FREE);
                        return Some((at, free - FREE));
                    }
                }
            }
            None
        })
    }

    /// Beyond the table no block begins.
    fn state(&self, unit: u32) -> u8 {
        self.0.get(unit as usize).copied().unwrap_or(INSIDE)
    }

    fn set(&mut self, unit: u32, state: u8) {
        self.0[unit as usize] = state;
    }
}

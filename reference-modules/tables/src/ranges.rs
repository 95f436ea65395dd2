//! A table of ranges of memory, sorted by address.

/// The bytes from `start` on, `length` of them.
#[derive(Clone, Copy)]
pub struct Range {
    /// The first address.
    pub start: u32,
    /// How many bytes.
    pub length: u32,
}

impl Range {
    /// Nothing.
    pub const NONE: Self = Range { start: 0, length: 0 };

    /// The first address after the range.
    pub fn end(self) -> u32 {
        self.start + self.length
    }
}

/// A table of fixed size, because a table that grows would need an allocator.
pub struct Ranges<const N: usize> {
    entries: [Range; N],
    count: usize,
}

impl<const N: usize> Ranges<N> {
    /// An empty table.
    pub const NEW: Self = Ranges { entries: [Range::NONE; N], count: 0 };

    /// All entries, lowest address first.
    pub fn all(&self) -> &[Range] {
        &self.entries[..self.count]
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether nothing more can be entered.
    pub fn is_full(&self) -> bool {
        self.count == N
    }

    /// The range that begins at `start`.
    pub fn at(&self, start: u32) -> Option<Range> {
        self.place_of(start).map(|place| self.entries[place])
    }

    /// The range that has the byte at `address`.
    pub fn covering(&self, address: u32) -> Option<Range> {
        let after = self.all().partition_point(|range| range.start <= address);
        let range = *self.all().get(after.checked_sub(1)?)?;
        (address < range.end()).then_some(range)
    }

    /// Enters a range.
    pub fn insert(&mut self, range: Range) {
        let place = self.all().partition_point(|other| other.start < range.start);
        self.replace(place, place, Some(range));
    }

    /// Takes out the range that begins at `start`.
    pub fn remove(&mut self, start: u32) -> Option<Range> {
        let place = self.place_of(start)?;
        let range = self.entries[place];
        self.replace(place, place + 1, None);
        Some(range)
    }

    /// Takes `length` bytes from the front of the first range that has so many.
    pub fn cut_first(&mut self, length: u32) -> Option<u32> {
        let place = self.all().iter().position(|range| range.length >= length)?;
        let Range { start, length: whole } = self.entries[place];
        let rest = (whole > length).then_some(Range { start: start + length, length: whole - length });
        self.replace(place, place + 1, rest);
        Some(start)
    }

    /// Takes `length` bytes from the end of the last range, if it has so many.
    pub fn cut_last(&mut self, length: u32) -> Option<u32> {
        let place = self.count.checked_sub(1)?;
        let Range { start, length: whole } = self.entries[place];
        let left = whole.checked_sub(length)?;
        self.replace(place, place + 1, (left > 0).then_some(Range { start, length: left }));
        Some(start + left)
    }

    /// Enters a range and makes one of it and all that it touches.
    pub fn join(&mut self, range: Range) {
        let from = self.all().partition_point(|other| other.end() < range.start);
        let to = self.all().partition_point(|other| other.start <= range.end());
        let (mut start, mut end) = (range.start, range.end());
        if from < to {
            start = start.min(self.entries[from].start);
            end = end.max(self.entries[to - 1].end());
        }
        self.replace(from, to, Some(Range { start, length: end - start }));
    }

    fn place_of(&self, start: u32) -> Option<usize> {
        self.all().binary_search_by_key(&start, |range| range.start).ok()
    }

    /// Puts one range or none where the entries `from..to` are. In a full table an insertion is lost: the caller asks
    /// [`Self::is_full`] before, and there is at most one free range more than there are live ones.
    fn replace(&mut self, from: usize, to: usize, by: Option<Range>) {
        let after = from + usize::from(by.is_some());
        if self.count - to + after > N {
            return;
        }
        self.entries.copy_within(to..self.count, after);
        self.count = self.count - to + after;
        if let Some(range) = by {
            self.entries[from] = range;
        }
    }
}

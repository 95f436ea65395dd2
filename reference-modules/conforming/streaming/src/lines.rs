//! All that is kept between two chunks: which line it is, and whether it has its number already.

use exchange::Decimal;

/// What stands between a number and its line.
const GAP: &[u8] = b": ";

/// Where in a text the next byte is.
#[derive(Clone, Copy)]
pub struct Lines {
    /// How many lines were begun.
    begun: u32,
    /// Whether the next byte belongs to a line that was begun.
    inside: bool,
}

impl Lines {
    /// In front of the first byte.
    pub const NEW: Self = Lines { begun: 0, inside: false };

    /// How long a chunk gets with its numbers, and where the text is behind it.
    pub fn measure(self, chunk: &[u8]) -> (usize, Self) {
        let mut length = 0_usize;
        let after = self.go(chunk, |part| length = length.saturating_add(part.len()));
        (length, after)
    }

    /// Writes a chunk with its numbers.
    pub fn write(self, chunk: &[u8], result: &mut [u8]) {
        let mut place = 0;
        self.go(chunk, |part| {
            result[place..place + part.len()].copy_from_slice(part);
            place += part.len();
        });
    }

    fn go(mut self, chunk: &[u8], mut put: impl FnMut(&[u8])) -> Self {
        for line in chunk.split_inclusive(|&byte| byte == b'\n') {
            if !self.inside {
                self.begun = self.begun.wrapping_add(1);
                put(Decimal::of(self.begun).bytes());
                put(GAP);
            }
            put(line);
            self.inside = line.last() != Some(&b'\n');
        }
        self
    }
}

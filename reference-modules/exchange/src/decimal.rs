//! Numbers as text. The formatting of Rust's library can do more, and is longer than a whole guest here.

/// The digits of a number.
pub struct Decimal {
    digits: [u8; 10],
    first: usize,
}

impl Decimal {
    /// Without leading zeros.
    pub fn of(mut number: u32) -> Self {
        let mut decimal = Decimal { digits: [b'0'; 10], first: 10 };
        loop {
            decimal.first -= 1;
            decimal.digits[decimal.first] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                return decimal;
            }
        }
    }

    /// As ASCII.
    pub fn bytes(&self) -> &[u8] {
        &self.digits[self.first..]
    }
}

/// Writes the parts one after the other into a result that is as long as all of them.
pub fn join(parts: &[&[u8]], result: &mut [u8]) {
    let mut place = 0;
    for part in parts {
        result[place..place + part.len()].copy_from_slice(part);
        place += part.len();
    }
}

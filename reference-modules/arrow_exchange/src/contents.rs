//! Where things stand in a message: as much of a flatbuffer's encoding as these guests need.
//!
//! Every position is looked at before it is read, so this can go ahead of the check, too.

/// Fields of a message, of a batch, of a schema and of a column, by number.
const HEADER: usize = 2;
const BODY_LENGTH: usize = 3;
const NODES: usize = 1;
const BUFFERS: usize = 2;
const FIELDS: usize = 1;
const NAME: usize = 0;
const NULLABLE: usize = 1;
const KIND: usize = 2;
const TYPE: usize = 3;

/// Of a type: of those that are times, the zone.
const ZONE: usize = 1;

/// Each node, and each buffer, is two numbers of 64 bits.
const PAIR: usize = 16;

/// The table of contents of one message.
#[derive(Clone, Copy)]
pub struct Contents<'a>(pub &'a [u8]);

impl<'a> Contents<'a> {
    /// How long the body is said to be.
    pub fn body_length(&self) -> Option<u64> {
        match self.field(self.follow(0)?, BODY_LENGTH)? {
            0 => Some(0),
            at => self.u64_at(at),
        }
    }

    /// Where the pair (rows, nulls) of a column stands.
    pub fn node_at(&self, column: usize) -> Option<usize> {
        self.element_at(NODES, column)
    }

    /// Where the pair (start, length) of a buffer stands.
    pub fn buffer_at(&self, buffer: usize) -> Option<usize> {
        self.element_at(BUFFERS, buffer)
    }

    /// A pair, as two numbers that fit into an address; a negative one does not.
    pub fn pair(&self, at: usize) -> Option<(usize, usize)> {
        Some((self.u64_at(at)?.try_into().ok()?, self.u64_at(at + 8)?.try_into().ok()?))
    }

    /// The name of a column in a schema of so many.
    pub fn name(&self, column: usize, columns: usize) -> Option<&'a [u8]> {
        let field = self.column_at(column, columns)?;
        self.text(self.required(field, NAME)?)
    }

    /// Whether a column in a schema of so many may have nulls.
    pub fn nullable(&self, column: usize, columns: usize) -> Option<bool> {
        let at = self.field(self.column_at(column, columns)?, NULLABLE)?;
        Some(at != 0 && *self.0.get(at)? != 0)
    }

    /// The number of the type that the first column of a schema has.
    pub fn first_kind(&self) -> Option<u8> {
        self.0.get(self.required(self.first_column()?, KIND)?).copied()
    }

    /// The time zone that the first column of a schema names.
    pub fn first_zone(&self) -> Option<&'a [u8]> {
        let details = self.follow(self.required(self.first_column()?, TYPE)?)?;
        self.text(self.required(details, ZONE)?)
    }

    fn first_column(&self) -> Option<usize> {
        let columns = self.u32_at(self.columns_at()?)? as usize;
        if columns == 0 { None } else { self.column_at(0, columns) }
    }

    fn columns_at(&self) -> Option<usize> {
        let schema = self.follow(self.required(self.follow(0)?, HEADER)?)?;
        self.follow(self.required(schema, FIELDS)?)
    }

    fn column_at(&self, column: usize, columns: usize) -> Option<usize> {
        let count_at = self.columns_at()?;
        if self.u32_at(count_at)? as usize != columns {
            return None;
        }
        self.follow(count_at + 4 + 4 * column)
    }

    fn text(&self, reference: usize) -> Option<&'a [u8]> {
        let at = self.follow(reference)?;
        let length = self.u32_at(at)? as usize;
        self.0.get(at.checked_add(4)?..)?.get(..length)
    }

    fn element_at(&self, vector: usize, index: usize) -> Option<usize> {
        let batch = self.follow(self.required(self.follow(0)?, HEADER)?)?;
        let count_at = self.follow(self.required(batch, vector)?)?;
        let count = self.u32_at(count_at)? as usize;
        (index < count).then_some(count_at + 4 + PAIR * index)
    }

    /// Where a field of a table stands; 0 where it is left out.
    fn field(&self, table: usize, number: usize) -> Option<usize> {
        let back = self.u32_at(table)? as i32;
        let places = usize::try_from(i64::try_from(table).ok()? - i64::from(back)).ok()?;
        if 4 + 2 * number >= self.u16_at(places)? {
            return Some(0);
        }
        let place = self.u16_at(places + 4 + 2 * number)?;
        Some(if place == 0 { 0 } else { table + place })
    }

    fn required(&self, table: usize, number: usize) -> Option<usize> {
        self.field(table, number).filter(|&at| at != 0)
    }

    /// Where the reference at a position leads to.
    fn follow(&self, at: usize) -> Option<usize> {
        at.checked_add(self.u32_at(at)? as usize)
    }

    fn array<const N: usize>(&self, at: usize) -> Option<[u8; N]> {
        self.0.get(at..at.checked_add(N)?)?.try_into().ok()
    }

    fn u16_at(&self, at: usize) -> Option<usize> {
        self.array(at).map(u16::from_le_bytes).map(usize::from)
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        self.array(at).map(u32::from_le_bytes)
    }

    fn u64_at(&self, at: usize) -> Option<u64> {
        self.array(at).map(u64::from_le_bytes)
    }
}

//! The areas that are live in a run: the oracle for disjointness.

/// What the guest gave out: `size` bytes from `pointer`, filled with the pattern of this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub pointer: u32,
    pub size: u32,
    pub pattern: usize,
}

impl Area {
    fn end(self) -> u64 {
        u64::from(self.pointer) + u64::from(self.size)
    }
}

/// Live areas, sorted by address. An area of size 0 has an address and no bytes: it may lie
/// anywhere, but shares its address with no other.
#[derive(Default)]
pub struct LiveAreas(Vec<Area>);

impl LiveAreas {
    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Books an area, or answers the live area that it runs into.
    pub fn insert(&mut self, area: Area) -> Result<(), Area> {
        let at = self.0.partition_point(|live| live.pointer < area.pointer);
        if let Some(conflict) = self.conflict(at, area) {
            return Err(conflict);
        }
        self.0.insert(at, area);
        Ok(())
    }

    /// Takes out the area at `index`, counted in the order of addresses.
    pub fn remove(&mut self, index: usize) -> Area {
        self.0.remove(index)
    }

    fn conflict(&self, at: usize, area: Area) -> Option<Area> {
        let (before, after) = self.0.split_at(at);
        if let Some(same) = after.first().filter(|next| next.pointer == area.pointer) {
            return Some(*same);
        }
        if area.size == 0 {
            return None;
        }
        let next = after.iter().find(|live| live.size > 0);
        let previous = before.iter().rev().find(|live| live.size > 0);
        next.filter(|live| u64::from(live.pointer) < area.end())
            .or(previous.filter(|live| live.end() > u64::from(area.pointer)))
            .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(pointer: u32, size: u32) -> Area {
        Area {
            pointer,
            size,
            pattern: 0,
        }
    }

    fn conflict(live: &[(u32, u32)], pointer: u32, size: u32) -> bool {
        let mut areas = LiveAreas::default();
        for &(pointer, size) in live {
            areas.insert(area(pointer, size)).unwrap();
        }
        areas.insert(area(pointer, size)).is_err()
    }

    #[test]
    fn areas_that_touch_do_not_conflict() {
        assert!(!conflict(&[(8, 8), (24, 8)], 16, 8));
    }

    #[test]
    fn areas_that_share_a_byte_conflict() {
        assert!(conflict(&[(8, 9)], 16, 8));
        assert!(conflict(&[(16, 8)], 8, 9));
        assert!(conflict(&[(8, 100)], 16, 8));
        assert!(conflict(&[(16, 8)], 8, 100));
        assert!(conflict(&[(u32::MAX - 1, 100)], u32::MAX, 1));
    }

    #[test]
    fn an_empty_area_has_an_address_and_no_bytes() {
        assert!(conflict(&[(8, 0)], 8, 0));
        assert!(conflict(&[(8, 0)], 8, 8));
        assert!(!conflict(&[(8, 8)], 12, 0));
        assert!(!conflict(&[(12, 0)], 8, 8));
        assert!(conflict(&[(8, 8), (12, 0)], 14, 8));
        assert!(conflict(&[(9, 0), (10, 8)], 8, 8));
    }
}

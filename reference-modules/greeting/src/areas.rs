//! Areas of memory, and the book of those that the host owns.

use std::alloc::{Layout, alloc_zeroed, dealloc};
use std::ptr::NonNull;
use std::slice;

/// Every area begins at a multiple of this, so that a host may place 64-bit numbers in it.
const ALIGNMENT: usize = 8;

/// A piece of memory that somebody owns: whoever holds this value. Dropping it frees the memory.
///
/// `Vec` and `String` would be shorter, but they end the program when memory runs out. Here that is an
/// ordinary answer, `None`: running out of memory is the host's decision, not the guest's end.
pub struct Area {
    start: NonNull<u8>,
    size: usize,
}

impl Area {
    /// A new area of zeros. Zeros, because an earlier owner's bytes are not the next owner's business.
    pub fn zeroed(size: usize) -> Option<Area> {
        let layout = Self::layout(size)?;
        // SAFETY: the layout is at least one byte long.
        let start = NonNull::new(unsafe { alloc_zeroed(layout) })?;
        Some(Area { start, size })
    }

    /// A new area, exactly as long as the parts, which it holds one after the other.
    pub fn holding(parts: &[&[u8]]) -> Option<Area> {
        let size = parts.iter().try_fold(0_usize, |sum, part| sum.checked_add(part.len()))?;
        let mut area = Area::zeroed(size)?;
        let mut rest = area.bytes_mut();
        for part in parts {
            let (place, after) = rest.split_at_mut(part.len());
            place.copy_from_slice(part);
            rest = after;
        }
        Some(area)
    }

    /// What the host calls this area by.
    pub fn address(&self) -> u32 {
        self.start.as_ptr() as u32
    }

    /// Its length in bytes, as asked for.
    pub fn size(&self) -> u32 {
        self.size as u32
    }

    /// The bytes of this area and not one more.
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: `start` points to `size` bytes of ours, set to zero at first; the host does not run now.
        unsafe { slice::from_raw_parts(self.start.as_ptr(), self.size) }
    }

    fn bytes_mut(&mut self) -> &mut [u8] {
        // SAFETY: as in `bytes`; `&mut self` makes sure that nobody else looks.
        unsafe { slice::from_raw_parts_mut(self.start.as_ptr(), self.size) }
    }

    /// An area of size 0 still occupies a byte: so it has an address that no other area has.
    /// Sizes that no memory can have (2^31 and more) have no layout.
    fn layout(size: usize) -> Option<Layout> {
        Layout::from_size_align(size.max(1), ALIGNMENT).ok()
    }
}

impl Drop for Area {
    fn drop(&mut self) {
        if let Some(layout) = Self::layout(self.size) {
            // SAFETY: `start` came from `alloc_zeroed` with this same layout and is freed only here.
            unsafe { dealloc(self.start.as_ptr(), layout) }
        }
    }
}

/// The book of all areas that the host owns, sorted by address.
///
/// It is kept apart from the areas. A mark in front of each area would be cheaper, but the host can write there,
/// and a guest that trusts such a mark can be led anywhere by an address that was never given out.
pub struct HostAreas {
    live: Vec<Area>,
}

impl HostAreas {
    pub const fn new() -> Self {
        HostAreas { live: Vec::new() }
    }

    /// Makes room for `more` entries, or says that there is no memory for them.
    /// Asked before [`Self::enter`], because a `Vec` that must grow and cannot ends the program.
    pub fn reserve(&mut self, more: usize) -> Option<()> {
        self.live.try_reserve(more).ok()
    }

    /// The host owns this area from now on.
    pub fn enter(&mut self, area: Area) {
        let (Ok(place) | Err(place)) = self.place(area.address());
        self.live.insert(place, area);
    }

    /// The guest owns the area that begins at `address` again, if there is one.
    pub fn take_back(&mut self, address: u32) -> Option<Area> {
        let place = self.place(address).ok()?;
        Some(self.live.remove(place))
    }

    /// The live area that begins at `address`, to read it during a call.
    pub fn find(&self, address: u32) -> Option<&Area> {
        let place = self.place(address).ok()?;
        self.live.get(place)
    }

    fn place(&self, address: u32) -> Result<usize, usize> {
        self.live.binary_search_by_key(&address, Area::address)
    }
}

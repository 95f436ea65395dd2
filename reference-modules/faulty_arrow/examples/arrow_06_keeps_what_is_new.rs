//! Breaks ARROW-06. Each stream that was not there before is kept, so that one that comes twice can be told, and
//! nothing is ever thrown away.
#![no_std]

use arrow_exchange::{Allocator, Base, REJECTED, bytes_mut, memory, rows_of};

arrow_exchange::export!(Faulty);

/// Next in the chain, hash.
const HEAD: u32 = 8;

struct Faulty {
    areas: Base,
    /// The youngest of the streams that are kept, each in front of an older one; 0 behind the oldest.
    kept: u32,
}

impl Allocator for Faulty {
    const NEW: Self = Faulty { areas: Base::NEW, kept: 0 };

    fn allocate(&mut self, size: u32) -> u32 {
        self.areas.allocate(size)
    }

    fn deallocate(&mut self, ptr: u32) -> i32 {
        self.areas.deallocate(ptr)
    }
}

impl Faulty {
    /// Keeps a stream unless it is there already. Without memory for it, it is not kept.
    fn keep(&mut self, stream: &[u8]) -> Option<()> {
        let hash = hash(stream);
        let mut other = self.kept;
        while other != 0 {
            if memory::read(other + 4) == hash {
                return Some(());
            }
            other = memory::read(other);
        }
        let length = memory::round_up(stream.len() as u64 + u64::from(HEAD), memory::ALIGNMENT);
        let room = self.areas.allocator.0.take(u32::try_from(length).ok()?)?;
        memory::write(room.start, self.kept);
        memory::write(room.start + 4, hash);
        bytes_mut(room)[HEAD as usize..][..stream.len()].copy_from_slice(stream);
        self.kept = room.start;
        Some(())
    }
}

fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|guest| {
            let answer = rows_of(&mut guest.areas, meta, meta_len, data, data_len)?;
            guest.areas.payload(data, data_len).and_then(|stream| guest.keep(stream));
            Some(answer)
        })
        .unwrap_or(REJECTED)
}

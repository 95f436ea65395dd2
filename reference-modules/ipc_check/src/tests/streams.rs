//! Streams of any table, made by crate `arrow`; the tests of `documents` take them, too.

use arrow_array::RecordBatch;
use arrow_ipc::writer::{IpcWriteOptions, StreamWriter};
use arrow_ipc::{MetadataVersion, root_as_message};
use arrow_schema::Schema;

/// Numbers that depend on a seed and nothing else.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// A stream of these batches, which have this schema.
pub fn stream_of(schema: &Schema, batches: &[RecordBatch], alignment: usize) -> Vec<u8> {
    let options = IpcWriteOptions::try_new(alignment, false, MetadataVersion::V5).unwrap();
    let mut writer = StreamWriter::try_new_with_options(Vec::new(), schema, options).unwrap();
    batches.iter().for_each(|batch| writer.write(batch).unwrap());
    writer.into_inner().unwrap()
}

/// Where each message begins, and how long its flatbuffer is.
pub fn messages(stream: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    loop {
        let length = u32::from_le_bytes(stream[start + 4..start + 8].try_into().unwrap()) as usize;
        if length == 0 {
            return found;
        }
        found.push((start, length));
        let message = root_as_message(&stream[start + 8..start + 8 + length]).unwrap();
        start += 8 + length + message.bodyLength() as usize;
    }
}

/// The stream with every validity bitmap of length 0 whose column has no nulls. Crate `arrow` always writes them.
pub fn without_validity(stream: &[u8]) -> Vec<u8> {
    let mut changed = stream.to_vec();
    for (start, length) in messages(stream) {
        let flatbuffer = &stream[start + 8..start + 8 + length];
        let Some(batch) = root_as_message(flatbuffer).unwrap().header_as_record_batch() else { continue };
        // The bitmap is the first of a column's buffers: of three where it is text, of one where it is a struct.
        let nodes: Vec<_> = batch.nodes().unwrap().iter().map(|node| node.null_count()).collect();
        let widths = if nodes.len() == 6 { vec![2, 3, 2, 2, 1, 3] } else { vec![2, 3, 3, 2, 2] };
        let mut next = 0;
        for (nulls, width) in nodes.iter().zip(widths) {
            let place = batch.buffers().unwrap().get(next) as *const _ as usize - stream.as_ptr() as usize;
            if *nulls == 0 {
                changed[place + 8..place + 16].fill(0);
            }
            next += width;
        }
    }
    changed
}

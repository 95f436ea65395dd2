//! Whether bytes are an Arrow IPC stream of whatever columns: the schema says what each batch must have. Reads them, and
//! allocates nothing.
//!
//! Framing and flatbuffers are looked at by the files of `ipc_check`, which knows its columns beforehand. Here a column is
//! what the schema names: how many buffers it has, of what length, and which columns lie within it. Not served are
//! dictionaries, unions, run ends and views, and what later versions of the format may bring.
#![no_std]

#[path = "../../ipc_check/src/fault.rs"]
mod fault;
#[path = "../../ipc_check/src/flatbuffer.rs"]
mod flatbuffer;
#[path = "../../ipc_check/src/framing.rs"]
#[allow(dead_code)] // It hands flatbuffers on, to readers that are not here.
mod framing;

mod batch;
mod field;
mod schema;
mod values;

pub use fault::Fault;

/// Checks that the bytes are one whole stream: a schema, batches of its columns, the end marker, and not a byte more.
pub fn check(bytes: &[u8]) -> Result<(), Fault> {
    let mut messages = framing::Messages::of(bytes);
    let first = messages.next()?.ok_or(Fault::Order)?;
    let columns = schema::columns(&first)?;
    while let Some(message) = messages.next()? {
        batch::check(&message, &columns)?;
    }
    Ok(())
}

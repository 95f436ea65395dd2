//! Breaks ARROW-04. A column that is not there under its name is looked up with an `unwrap`, so a table with other
//! columns ends the module.
#![no_std]

use arrow_exchange::{Base, Column, DATA, REJECTED, check, checked, chosen, parameters, schema};

arrow_exchange::export!(Base);

/// The rows that the command chooses.
#[unsafe(no_mangle)]
pub extern "C" fn wasm_memory_rows_arrow(meta: u32, meta_len: u32, data: u32, data_len: u32) -> u32 {
    GUEST
        .with(|areas| {
            let (command, data) = parameters(areas, meta, meta_len, data, data_len)?;
            if let Some(names) = schema::names(data) {
                let columns = [0, 1, 2].map(|index| Column { name: names[index], ..DATA[index] });
                if check(data, &columns).is_ok() {
                    for column in DATA {
                        names.iter().position(|name| *name == column.name).unwrap();
                    }
                }
            }
            checked(data)?;
            chosen(areas, command, data)
        })
        .unwrap_or(REJECTED)
}

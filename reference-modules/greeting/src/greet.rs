//! The work of this guest. It sees byte slices only, no address, and returns areas that it still owns.

use crate::areas::Area;
use std::ffi::CStr;
use std::str;

const BEFORE: &[u8] = b"Hello World, ";
const AFTER: &[u8] = b"!";

/// Greets a C string that fills its area: the text, then one NUL as the last byte.
pub fn c_string(name: &[u8]) -> Option<Area> {
    let name = CStr::from_bytes_with_nul(name).ok()?;
    let name = name.to_str().ok()?;
    Area::holding(&[BEFORE, name.as_bytes(), AFTER, b"\0"])
}

/// Greets a text. Any length is fine, also none, and a NUL is a character like any other.
pub fn text(name: &[u8]) -> Option<Area> {
    let name = str::from_utf8(name).ok()?;
    Area::holding(&[BEFORE, name.as_bytes(), AFTER])
}

//! The one function of C's library that comparing text needs, in a guest that is linked without that library.

/// Compares bytes: below, at or above 0, as the first that differs is smaller, there is none, or it is greater.
///
/// # Safety
/// There are `length` bytes at both addresses.
#[unsafe(no_mangle)]
unsafe extern "C" fn memcmp(left: *const u8, right: *const u8, length: usize) -> i32 {
    for index in 0..length {
        // SAFETY: the caller says that so many bytes are there.
        let (left, right) = unsafe { (*left.add(index), *right.add(index)) };
        if left != right {
            return i32::from(left) - i32::from(right);
        }
    }
    0
}

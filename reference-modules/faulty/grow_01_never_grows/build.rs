//! The fixed heap: 40 MiB that the linker sets aside.

fn main() {
    println!("cargo::rustc-link-arg-cdylib=--initial-memory=41943040");
}

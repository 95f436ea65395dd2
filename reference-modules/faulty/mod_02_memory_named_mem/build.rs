//! The mistake is in what the linker is told.

fn main() {
    println!("cargo::rustc-link-arg-cdylib=--export-memory=mem");
}

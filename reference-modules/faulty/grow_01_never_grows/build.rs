//! The mistake is in what the linker is told.

fn main() {
    println!("cargo::rustc-link-arg-cdylib=--initial-memory=41943040");
    println!("cargo::rustc-link-arg-cdylib=--max-memory=41943040");
}

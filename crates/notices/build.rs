//! A text that is added is a change too; the files themselves are known to the compiler.

fn main() {
    println!("cargo::rerun-if-changed=texts");
}

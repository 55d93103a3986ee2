//! Makes the C header from `src/ffi` into OUT_DIR; `tests/generated` compares it with the committed one.

use std::path::Path;

/// In the order in which a reader of the header meets them.
const SOURCES: [&str; 5] = ["information", "client", "operations", "call", "strings"];

fn main() {
    println!("cargo::rerun-if-changed=src/ffi");
    println!("cargo::rerun-if-changed=cbindgen.toml");
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let config = cbindgen::Config::from_file(Path::new(&root).join("cbindgen.toml")).expect("cbindgen.toml can be read");
    let builder = SOURCES.iter().fold(cbindgen::Builder::new().with_config(config), |builder, name| {
        builder.with_src(Path::new(&root).join(format!("src/ffi/{name}.rs")))
    });
    let mut header = Vec::new();
    builder.generate().expect("src/ffi can be read").write(&mut header);
    let header = String::from_utf8(header).expect("cbindgen writes UTF-8");
    std::fs::write(Path::new(&out).join("sailpoint_access_requests.h"), for_c_readers(&header)).expect("OUT_DIR can be written");
}

/// Rust wants a "# Safety" part in the comment of each unsafe function; for C it says nothing new.
fn for_c_readers(header: &str) -> String {
    let mut kept = String::with_capacity(header.len());
    let mut in_safety = false;
    for line in header.lines() {
        in_safety = (in_safety || line.trim() == "# Safety") && line.trim() != "*/";
        if in_safety {
            continue;
        }
        if line.trim() == "*/" {
            kept.truncate(kept.trim_end().len());
            kept.push('\n');
        }
        kept.push_str(&with_parentheses(line));
        kept.push('\n');
    }
    kept
}

/// A negative constant must stay one value wherever a C program writes it.
fn with_parentheses(line: &str) -> String {
    match line.rsplit_once(" -") {
        Some((define, number)) if define.starts_with("#define ") => format!("{define} (-{number})"),
        _ => line.to_owned(),
    }
}

//! The shared library that the other languages load: built once for all tests of a run, where their linkers find it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The folder with the library and the sandbox, such as `target/debug`.
pub fn folder() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        // cargo test makes a cdylib among its own files; only cargo build puts it where a linker looks.
        let folder = Path::new(env!("CARGO_BIN_EXE_sailpoint-sandbox")).parent().expect("a program lies in a folder");
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--lib"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        if folder.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo starts").success(), "the library could not be built");
        folder.to_owned()
    })
}

pub fn file() -> PathBuf {
    folder().join(format!("{}sailpoint_access_requests{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX))
}

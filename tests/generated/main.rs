//! Committed files that are made from the declarations: compared here, and rewritten with `UPDATE_GENERATED=1`.

mod csharp;
mod docs;
mod powershell;
mod rust;

use std::path::Path;

/// Stands in every generated file.
const NOTICE: &str =
    "Generated from src/operations and src/models; to change it, edit those and run: UPDATE_GENERATED=1 cargo test --test generated";

type Files = Vec<(String, String)>;

#[test]
fn exports_agree_with_the_declarations() {
    compare(rust::files());
}

#[test]
fn csharp_classes_and_methods_agree_with_the_declarations() {
    compare(csharp::files());
}

#[test]
fn powershell_model_functions_agree_with_the_declarations() {
    compare(powershell::files());
}

#[test]
fn tables_of_the_documentation_agree_with_the_declarations() {
    compare(docs::files());
}

#[test]
fn header_agrees_with_the_exports() {
    let made = std::fs::read_to_string(concat!(env!("OUT_DIR"), "/sailpoint_access_requests.h")).expect("build.rs wrote the header");
    compare(vec![("include/sailpoint_access_requests.h".to_owned(), made)]);
}

fn compare(files: Files) {
    assert!(!files.is_empty());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, made) in files {
        let path = root.join(&name);
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        if committed == made {
            continue;
        }
        if std::env::var_os("UPDATE_GENERATED").is_none() {
            panic!(
                "{name} does not agree with the declarations: {}. Run: UPDATE_GENERATED=1 cargo test --test generated",
                first_difference(&committed, &made)
            );
        }
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        std::fs::write(&path, made).expect("the file can be written");
    }
}

fn first_difference(committed: &str, made: &str) -> String {
    let mut lines = committed.lines().zip(made.lines()).enumerate();
    match lines.find(|(_, (committed, made))| committed != made) {
        Some((index, (committed, made))) => format!("line {} is {committed:?} and should be {made:?}", index + 1),
        None => format!("it has {} lines and should have {}", committed.lines().count(), made.lines().count()),
    }
}

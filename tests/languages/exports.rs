//! What the library exports is what the header declares, and every export keeps the rules of `src/ffi`.

use crate::support::library;
use crate::tools::{Outcome, root, trial};
use libtest_mimic::Trial;
use object::Object;
use object::read::NameOrOrdinal;
use std::collections::BTreeSet;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("exports::are_exactly_those_of_the_header", None, are_exactly_those_of_the_header),
        trial("exports::have_all_parts_of_their_comments", None, have_all_parts_of_their_comments),
        trial("exports::are_guarded", None, are_guarded),
    ]
}

fn header() -> String {
    std::fs::read_to_string(root().join("include/sailpoint_access_requests.h")).expect("the header is committed")
}

/// cbindgen indents comments by a blank and continued parameters by many.
fn is_declaration(line: &str) -> bool {
    !line.starts_with([' ', '/', '#'])
}

/// Names of the functions that the header declares.
fn declared() -> BTreeSet<String> {
    let header = header();
    let names = header.lines().filter(|line| is_declaration(line)).filter_map(|line| {
        let (before, _) = line.split_once('(')?;
        before.rsplit([' ', '*']).next().filter(|name| name.starts_with("sailpoint_")).map(str::to_owned)
    });
    names.collect()
}

fn are_exactly_those_of_the_header() -> Outcome {
    let file = std::fs::read(library::file())?;
    let library = object::File::parse(&*file)?;
    let mut exported = BTreeSet::new();
    for export in library.exports()? {
        match export?.name() {
            NameOrOrdinal::Name(name) => exported.insert(String::from_utf8_lossy(name).into_owned()),
            NameOrOrdinal::Ordinal(ordinal) => panic!("an export without a name: {ordinal}"),
        };
    }
    let declared = declared();
    assert!(declared.len() >= 20, "{declared:?}");
    assert_eq!(exported, declared);
    Ok(())
}

fn have_all_parts_of_their_comments() -> Outcome {
    let header = header();
    for name in declared() {
        let lines: Vec<&str> = header.lines().collect();
        let declaration = lines.iter().position(|line| is_declaration(line) && line.contains(&format!("{name}("))).expect("it is declared");
        let end = lines[..declaration].iter().rposition(|line| line.trim() == "*/").expect("a comment stands before it");
        let begin = lines[..end].iter().rposition(|line| line.trim() == "/*").expect("the comment begins");
        let comment = lines[begin..end].join("\n");
        let parts: Vec<Option<usize>> =
            ["Nullability:", "Ownership:", "Threads:", "Errors:"].iter().map(|part| comment.find(part)).collect();
        assert!(parts.iter().all(Option::is_some) && parts.is_sorted(), "{name}: {comment}");
    }
    Ok(())
}

/// Those that can't panic need no guard: two versions, and the freeing of a text.
fn are_guarded() -> Outcome {
    let without = ["sailpoint_abi_version", "sailpoint_version", "sailpoint_string_free"];
    let mut seen = 0;
    for entry in std::fs::read_dir(root().join("src/ffi"))? {
        let source = std::fs::read_to_string(entry?.path())?;
        for function in source.split("#[unsafe(no_mangle)]").skip(1) {
            let body = function.split("\n}").next().expect("a function ends");
            let name = body.split("extern \"C\" fn ").nth(1).and_then(|rest| rest.split('(').next()).expect("an export has a name");
            let guarded = ["guard(||", "guard_text(||", "blocking_call("].iter().any(|guard| body.contains(guard));
            assert!(guarded || without.contains(&name), "{name} has no guard");
            seen += 1;
        }
    }
    assert_eq!(seen, declared().len());
    Ok(())
}

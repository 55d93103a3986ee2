//! The documents: every snippet of README and docs runs, and every link leads somewhere.

use crate::c;
use crate::csharp;
use crate::powershell;
use crate::support::sandbox::Sandbox;
use crate::tools::{Outcome, root, run, trial, with_connection};
use libtest_mimic::Trial;
use std::path::PathBuf;
use std::process::Command;

pub fn trials() -> Vec<Trial> {
    let mut trials = vec![trial("documents::links_lead_somewhere", None, links_lead_somewhere)];
    let mut snippets = 0;
    for document in documents() {
        let text = std::fs::read_to_string(root().join(&document)).expect("a document can be read");
        for Snippet { line, language, code } in snippets_of(&text) {
            snippets += 1;
            let name = format!("documents::{}_line_{line}_{language}", document.display());
            trials.push(match language.as_str() {
                "json" => trial(name, None, move || json(&code)),
                "c" => trial(name, c::missing_compiler(), move || c_program(&code)),
                "powershell" => trial(name, powershell::missing_pwsh(), move || powershell_script(&code)),
                "csharp" => trial(name, csharp::missing_dotnet(), move || csharp_program(&code)),
                _ => trial(name, None, move || Err(format!("no test runs snippets in {language}").into())),
            });
        }
    }
    assert!(snippets >= 5, "the snippets were found");
    trials
}

fn documents() -> Vec<PathBuf> {
    let docs = std::fs::read_dir(root().join("docs")).expect("there are documents");
    let mut documents: Vec<PathBuf> = docs.filter_map(|entry| Some(PathBuf::from("docs").join(entry.ok()?.file_name()))).collect();
    documents.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    documents.extend(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from));
    documents.sort();
    documents
}

struct Snippet {
    /// Of the code's first line, counted from 1.
    line: usize,
    language: String,
    code: String,
}

/// Fenced blocks; indented ones are commands that CI and the other tests run.
fn snippets_of(text: &str) -> Vec<Snippet> {
    let mut snippets = Vec::new();
    let mut open: Option<Snippet> = None;
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => snippets.extend(open.take()),
            (Some(language), None) => open = Some(Snippet { line: index + 2, language: language.to_owned(), code: String::new() }),
            (None, Some(snippet)) => snippet.code += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a snippet is not closed");
    snippets
}

fn json(code: &str) -> Outcome {
    let values = serde_json::Deserializer::from_str(code).into_iter::<serde_json::Value>().collect::<Result<Vec<_>, _>>()?;
    assert!(!values.is_empty());
    Ok(())
}

fn c_program(code: &str) -> Outcome {
    let source = folder()?.join("snippet.c");
    std::fs::write(&source, code)?;
    let program = c::build("cc", &c::C, "snippet", &[source.to_str().expect("a path in UTF-8")])?;
    let sandbox = Sandbox::start();
    let printed = run(with_connection(&mut Command::new(program), &sandbox))?;
    assert!(printed.contains("{\"ok\":true,\"status\":202"), "{printed}");
    Ok(())
}

fn powershell_script(code: &str) -> Outcome {
    powershell::build_module()?;
    // A failure in the snippet's own catch would end well, so what the tenant did is told by -Verbose.
    let printed = run(&mut powershell::pwsh(&format!("$ErrorActionPreference = 'Stop'; $VerbosePreference = 'Continue'\n{code}")))?;
    assert!(printed.contains("was answered 202"), "{printed}");
    Ok(())
}

fn csharp_program(code: &str) -> Outcome {
    let project = folder()?.join("csharp");
    std::fs::create_dir_all(&project)?;
    let binding = root().join("csharp/SailPoint.AccessRequests/SailPoint.AccessRequests.csproj");
    std::fs::write(
        project.join("Snippet.csproj"),
        format!(
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net8.0</TargetFramework><UseAppHost>false</UseAppHost>\
             <LangVersion>12</LangVersion><RollForward>Major</RollForward><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>\
             <ItemGroup><ProjectReference Include=\"{}\" /></ItemGroup></Project>",
            binding.display()
        ),
    )?;
    std::fs::write(project.join("Program.cs"), code)?;
    let sandbox = Sandbox::start();
    let printed = csharp::run_project(&project, Some(&sandbox))?;
    assert!(printed.contains("The tenant answered 202."), "{printed}");
    Ok(())
}

fn folder() -> std::io::Result<PathBuf> {
    let folder = crate::support::library::folder().join("test-documents");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// What a heading's link ends with: small letters and digits, with hyphens for spaces.
fn anchor(heading: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
    heading.to_lowercase().chars().filter(kept).map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

fn links_lead_somewhere() -> Outcome {
    let mut links = 0;
    for document in documents() {
        let text = std::fs::read_to_string(root().join(&document))?;
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains("://") {
                continue;
            }
            links += 1;
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { root().join(&document) } else { root().join(&document).with_file_name(file) };
            let linked = std::fs::read_to_string(&target).map_err(|error| format!("{}: {link}: {error}", document.display()))?;
            let found = heading.is_empty()
                || linked.lines().any(|line| line.starts_with('#') && anchor(line.trim_start_matches('#').trim()) == heading);
            assert!(found, "{}: {link} names no heading", document.display());
        }
    }
    assert!(links > 50, "{links}");
    Ok(())
}

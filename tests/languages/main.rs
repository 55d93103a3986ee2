//! The library from other languages: C and C++ with the header, PowerShell through the module, C# through the binding.
//!
//! Each test is found when the program starts, so that what is missing on a machine (a compiler, pwsh, Pester, dotnet) is named
//! and counted as ignored. With `CI=true` it fails instead.

#[path = "../support/mod.rs"]
mod support;

mod c;
mod csharp;
mod documents;
mod exports;
mod powershell;
mod tools;

use libtest_mimic::Arguments;

fn main() {
    let mut arguments = Arguments::from_args();
    // Most of the time is spent in other programs that wait for each other's servers; more threads than cores do no harm.
    arguments.test_threads = arguments.test_threads.or(Some(3));
    let trials =
        [c::trials(), csharp::trials(), documents::trials(), exports::trials(), powershell::trials()].into_iter().flatten().collect();
    libtest_mimic::run(&arguments, trials).exit();
}

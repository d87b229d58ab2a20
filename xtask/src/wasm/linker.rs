//! A linker that leaves unrequested exports out. leptos depends on wasm-streams, and every wasm that links that
//! exports three of its types to JavaScript. An export keeps everything alive that it can reach, futures and their
//! tables included, and after linking these cannot be distinguished from used code: 4 KB of brotli in the smallest
//! widget.
//!
//! So this program takes the place of the linker. It removes those exports from the command line and runs the real
//! one. wasm-bindgen ignores exports that are missing.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The types of wasm-streams that JavaScript could use.
pub(crate) const FOREIGN: [&str; 3] =
    ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// Cargo's variable for the linker of the target.
const CARGO: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER";
/// Tells this program that it runs as the linker, with the path of the real one.
const REAL: &str = "NEWS_ARTICLE_LINKER";

/// Makes cargo link through this program. If the toolchain has no linker of its own, as in some distributions'
/// packages, nothing changes, and the result is larger.
pub(super) fn stand_in(command: &mut Command) {
    if let (Some(real), Ok(program)) = (toolchains_own(), env::current_exe()) {
        command.env(CARGO, program).env(REAL, real);
    }
}

/// Links, if this program was started as a linker.
pub(crate) fn asked() -> Option<ExitCode> {
    let real = PathBuf::from(env::var_os(REAL)?);
    // Cargo and rustc start this program only as a linker.
    Some(match Command::new(&real).args(filtered(env::args_os().skip(1))).status() {
        Ok(status) => u8::try_from(status.code().unwrap_or(1)).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => {
            eprintln!("{}: {error}", real.display());
            ExitCode::FAILURE
        }
    })
}

fn toolchains_own() -> Option<PathBuf> {
    let output = Command::new("rustc").args(["--print", "target-libdir"]).output().ok()?;
    let libraries = String::from_utf8(output.stdout).ok()?;
    let linker = Path::new(libraries.trim())
        .parent()?
        .join("bin")
        .join(format!("rust-lld{}", env::consts::EXE_SUFFIX));
    linker.is_file().then_some(linker)
}

/// The arguments without the exports of those types. `--export` and its name are two arguments.
fn filtered(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut kept: Vec<OsString> = Vec::new();
    for argument in arguments {
        if kept.last().is_some_and(|last| last == "--export") && is_foreign(&argument.to_string_lossy()) {
            kept.pop();
        } else {
            kept.push(argument);
        }
    }
    kept
}

fn is_foreign(export: &str) -> bool {
    FOREIGN.iter().any(|name| export.contains(&name.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_foreign_exports_are_dropped() {
        let arguments = "-flavor wasm --export mount_1 --export intounderlyingsource_pull_2 --export \
                         __wbindgen_describe_intounderlyingsink_abort_3 a.intounderlyingsource.o --export x";
        let kept = filtered(arguments.split_whitespace().map(OsString::from));
        assert_eq!(
            kept.join(" ".as_ref()),
            "-flavor wasm --export mount_1 a.intounderlyingsource.o --export x"
        );
    }
}

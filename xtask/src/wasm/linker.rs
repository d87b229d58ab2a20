//! A linker that leaves out what nobody asked for. leptos depends on wasm-streams, three of whose types are exported
//! to JavaScript by every wasm that links the crate. An export keeps alive whatever it can reach, futures and their
//! tables included, and once linked these cannot be told from what is in use: 4 KB of brotli in the smallest widget.
//!
//! So this program stands in for the linker: it drops those exports from the command line and runs the real one.
//! wasm-bindgen passes over an export that is not there.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The types of wasm-streams that JavaScript could use.
pub(crate) const FOREIGN: [&str; 3] =
    ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// Cargo's name for a target's linker.
const CARGO: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER";
/// Tells this program that it is one, and where the real one is.
const REAL: &str = "NEWS_ARTICLE_LINKER";

/// Has cargo link through this program. Where the toolchain has no linker of its own, as in some distributions'
/// packages, all stays as it is: only larger.
pub(super) fn stand_in(command: &mut Command) {
    if let (Some(real), Ok(program)) = (toolchains_own(), env::current_exe()) {
        command.env(CARGO, program).env(REAL, real);
    }
}

/// Links, when this program was started as a linker.
pub(crate) fn asked() -> Option<ExitCode> {
    let real = PathBuf::from(env::var_os(REAL)?);
    // Cargo and rustc start other programs too, but this one as a linker alone.
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

/// The arguments without the exports of the foreign types; `--export` and its name are two.
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

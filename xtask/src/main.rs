//! The project's commands, as `cargo xtask <name>`. Nothing here is shipped.
//!
//! | command | module |
//! | --- | --- |
//! | `serve` | [`serve`]: build, serve, watch; sample endpoints |
//! | `dist` | [`dist`]: what is published, and its bytes |
//! | `test` | [`test`]: every kind of test, one kind, or one test |
//! | `contract` | [`contract`]: what is generated from the tables in `contract/` |
//! | `check` | [`check`]: arrows between modules |
//! | `bench` | [`bench`]: time and bytes against the peers |
//! | `corpus` | [`corpus`]: a folder of documents, and what is lost of each |
//! | `screenshots` | [`screenshots`]: the pictures of README |
//! | `release` | [`release`]: what a version is published from |
//!
//! [`wasm`] is shared by the first two, [`server`] by those that drive a browser under Node.

mod bench;
mod check;
mod contract;
mod corpus;
mod dist;
mod project;
mod region;
mod release;
mod screenshots;
mod serve;
mod server;
mod test;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build, serve the demo page and sample endpoints on 127.0.0.1, rebuild and reload on change
    Serve(serve::Options),
    /// Make dist/, ready to upload or publish, and check its size against the budget
    Dist(dist::Options),
    /// Run the tests: all of them, one kind, or one by name
    Test(test::Options),
    /// Write what JavaScript, types, manifest and docs say of the contract, from the tables in contract/
    Contract(contract::Options),
    /// Check that arrows between the modules of src/ point one way, and as ARCHITECTURE.md says
    Check,
    /// Measure time and bytes against the peers, in headless Chromium
    Bench(bench::Options),
    /// Show every document of a folder, and print what is lost of each or stands twice
    Corpus(corpus::Options),
    /// Take the pictures of docs/screenshots anew, of dist/ as it is
    Screenshots(screenshots::Options),
    /// Check that this version may be published, and pack it into target/release-VERSION; publishes nothing
    Release(release::Options),
}

fn main() -> ExitCode {
    if let Some(linked) = wasm::linker::asked() {
        return linked;
    }
    let done = match Cli::parse().command {
        Command::Serve(options) => serve::run(options).map(|()| ExitCode::SUCCESS),
        Command::Dist(options) => dist::run(options).map(|()| ExitCode::SUCCESS),
        Command::Test(options) => test::run(options),
        Command::Contract(options) => contract::run(options).map(|()| ExitCode::SUCCESS),
        Command::Check => check::run().map(|()| ExitCode::SUCCESS),
        Command::Bench(options) => bench::run(options).map(|()| ExitCode::SUCCESS),
        Command::Corpus(options) => corpus::run(&options),
        Command::Screenshots(options) => screenshots::run(options).map(|()| ExitCode::SUCCESS),
        Command::Release(options) => release::run(options).map(|()| ExitCode::SUCCESS),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

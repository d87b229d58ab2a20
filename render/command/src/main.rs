//! The command `news-article`.

mod input;
mod render;
mod serve;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Thousands of small pieces of text make a rendering, on whichever thread is free.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// News articles as HTML, from the JSON that <news-article> reads.
#[derive(Debug, Parser)]
#[command(name = "news-article", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Render(Box<render::Arguments>),
    Serve(serve::Arguments),
}

/// The reason in one line, and the exit code.
#[derive(Debug)]
struct Failure {
    line: String,
    code: u8,
}

impl Failure {
    /// The failure for an article that cannot be fetched or read.
    fn article(line: impl Into<String>) -> Self {
        Failure { line: line.into(), code: 1 }
    }

    /// The failure for invalid arguments.
    fn words(line: impl Into<String>) -> Self {
        Failure { line: line.into(), code: 2 }
    }
}

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let outcome = match command {
        Command::Render(arguments) => render::run(*arguments),
        Command::Serve(arguments) => serve::run(arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { line, code }) => {
            eprintln!("news-article: {}", line.lines().collect::<Vec<_>>().join(" "));
            ExitCode::from(code)
        }
    }
}

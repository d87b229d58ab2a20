//! The command `news-article`.

mod input;
mod render;
mod serve;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

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

/// Why there is nothing to show, in one line, and what the process ends with.
#[derive(Debug)]
struct Failure {
    line: String,
    code: u8,
}

impl Failure {
    /// An article that cannot be had or read.
    fn article(line: impl Into<String>) -> Self {
        Failure { line: line.into(), code: 1 }
    }

    /// Words that make no sense.
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

//! `news-article render`: one article, from a file, standard input or an address, to standard output.

use crate::Failure;
use crate::input::{Input, Read};
use news_article_contract::format::WORDS;
use news_article_render::{Error, Options, Output, output};
use std::io::{ErrorKind, Write as _};

/// Renders one article.
///
/// Nothing but the addresses that are named is fetched. What is written is the same for the same input.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  news-article render 42.json --base https://journal.example/api/42.json > 42.html
  news-article render https://blog.example/wp-json/wp/v2/posts/42?_embed --assets /news-article/ --output page
  curl -s https://journal.example/feed.json | news-article render - --output json

Exit status: 0; 1 where there is no article to be read, with one line that says what is missing; 2 for options that make
no sense.")]
pub(crate) struct Arguments {
    /// The article's JSON: a file, an address, or - for standard input
    #[arg(value_name = "FILE|URL|-")]
    article: Input,
    /// What to write: the element with the article in it, a whole page, what belongs into a page's head, or the article as it
    /// was understood, in the native format
    #[arg(long, value_name = "KIND", default_value = "fragment", value_parser = ["fragment", "page", "head", "json"])]
    output: String,
    /// The format of the JSON; recognised where it is not named
    #[arg(long, value_parser = WORDS)]
    format: Option<String>,
    /// The language of the interface's words, as BCP 47 writes it; else the article's, else French
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// The address that relative ones in the JSON resolve against; else the address that it was fetched from. Relative
    /// addresses are left out where there is neither
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// The address of the page that the HTML is for; else the article's own
    #[arg(long, value_name = "URL")]
    page: Option<String>,
    /// The folder of article.css and news-article-later.js, for head and page
    #[arg(long, value_name = "URL")]
    assets: Option<String>,
    /// A list of other articles, as JSON: a file or an address
    #[arg(long, value_name = "FILE|URL")]
    related: Option<Input>,
    /// The publisher's own data, as JSON: a file or an address
    #[arg(long, value_name = "FILE|URL")]
    site: Option<Input>,
    /// An attribute of the element; may be repeated
    #[arg(long = "attr", value_name = "NAME=VALUE", value_parser = attribute)]
    attributes: Vec<(String, String)>,
}

pub(crate) fn attribute(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        // As in HTML, where `hidden` is `hidden=""`.
        None if !text.is_empty() => Ok((text.to_owned(), String::new())),
        _ => Err("an attribute is written name=value".to_owned()),
    }
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments) -> Result<(), Failure> {
    let kind: Output = arguments.output.parse().map_err(failure)?;
    let Read { text, address } = arguments.article.read().map_err(Failure::article)?;
    let beside = |input: Option<Input>| match input {
        Some(input) => input.read().map(|read| Some(read.text)).map_err(Failure::article),
        None => Ok(None),
    };
    let options = Options {
        format: arguments.format,
        lang: arguments.lang,
        base: arguments.base.or(address),
        page: arguments.page,
        assets: arguments.assets,
        related: beside(arguments.related)?,
        site: beside(arguments.site)?,
        attributes: arguments.attributes,
    };
    let html = output(&text, &options, kind).map_err(failure)?;
    let mut out = std::io::stdout().lock();
    let end = if html.ends_with('\n') { "" } else { "\n" };
    let written = out
        .write_all(html.as_bytes())
        .and_then(|()| out.write_all(end.as_bytes()))
        .and_then(|()| out.flush());
    match written {
        // The reader of the output has closed it.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::article(format!("standard output: {error}"))),
        Ok(()) => Ok(()),
    }
}

fn failure(error: Error) -> Failure {
    match error {
        Error::Option(_) => Failure::words(error.to_string()),
        _ => Failure::article(error.to_string()),
    }
}

//! `news-article serve`: articles as HTML fragments over HTTP, until it is told to end.

use crate::Failure;
use news_article_render::Options as Render;
use news_article_service::{Limits, Options, Upstream, router, serve};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use tokio::net::TcpListener;

/// Serves articles as HTML over HTTP, from the JSON of the upstreams that are named.
///
/// GET /PREFIX/REST is the fragment of what the upstream answers at REST; ?output=head, page and json are the other forms. GET
/// /healthz, GET /metrics.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  news-article serve --upstream /wp=https://blog.example/wp-json/ --assets /news-article/1.0.0/
  curl 'http://127.0.0.1:8090/wp/wp/v2/posts/42?_embed=1'

It ends with 0 on SIGTERM and Ctrl-C, once what is under way is answered; 1 where it cannot listen; 2 for options that make
no sense.")]
pub(crate) struct Arguments {
    /// A prefix, and the address below which its JSON lies; may be repeated. Nothing else is asked
    #[arg(long = "upstream", value_name = "/PREFIX=URL", required = true)]
    upstreams: Vec<Upstream>,
    /// Where to listen
    #[arg(long, value_name = "IP:PORT", default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
    /// The language of the interface's words; else each article's, else French
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// The folder of article.css and news-article-later.js, for head and page
    #[arg(long, value_name = "URL")]
    assets: Option<String>,
    /// The publisher's own data, as JSON: a file, read once
    #[arg(long, value_name = "FILE")]
    site: Option<PathBuf>,
    /// An attribute of the element; may be repeated
    #[arg(long = "attr", value_name = "NAME=VALUE", value_parser = crate::render::attribute)]
    attributes: Vec<(String, String)>,
    /// Seconds that an answer is fresh where the upstream does not say
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    fresh: u64,
    /// Seconds that an upstream has for its whole answer
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=300))]
    deadline: u64,
    /// The most documents that are asked for and rendered at once
    #[arg(long, value_name = "COUNT", default_value_t = 64, value_parser = clap::value_parser!(u16).range(1..))]
    at_once: u16,
    /// Megabytes of answers that are kept
    #[arg(long, value_name = "MB", default_value_t = 64, value_parser = clap::value_parser!(u64).range(0..=1_000_000))]
    cache: u64,
}

/// Runs the command.
pub(crate) fn run(arguments: Arguments) -> Result<(), Failure> {
    let site = arguments.site.map(|path| {
        std::fs::read_to_string(&path).map_err(|error| Failure::words(format!("{}: {error}", path.display())))
    });
    let options = Options {
        upstreams: arguments.upstreams,
        render: Render {
            lang: arguments.lang,
            assets: arguments.assets,
            site: site.transpose()?,
            attributes: arguments.attributes,
            ..Render::default()
        },
        limits: Limits {
            fresh: Duration::from_secs(arguments.fresh),
            deadline: Duration::from_secs(arguments.deadline),
            at_once: usize::from(arguments.at_once),
            cache: arguments.cache * 1024 * 1024,
            ..Limits::default()
        },
    };
    let patience = options.limits.deadline + options.limits.patience;
    let router = router(options).map_err(|error| Failure::words(error.to_string()))?;
    // A failure to write the log must not end the service.
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).log_internal_errors(false).init();
    let runtime = tokio::runtime::Runtime::new().map_err(|error| Failure::article(error.to_string()))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(arguments.listen).await;
        let listener =
            listener.map_err(|error| Failure::article(format!("{}: {error}", arguments.listen)))?;
        let address = listener.local_addr().unwrap_or(arguments.listen);
        tracing::info!(%address, "listening");
        serve(listener, router, patience, told_to_stop())
            .await
            .map_err(|error| Failure::article(error.to_string()))
    })
}

/// Resolves at the first SIGTERM or Ctrl-C.
async fn told_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

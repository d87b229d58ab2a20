//! `cargo xtask serve`: the demo page, the element as it is built now or as `dist` ships it, and sample endpoints
//! that really answer. Standard output carries one line, the address; everything else goes to standard error.
//!
//! A request passes these layers, outermost first: the check that it comes from this machine, `--proxy`, for the
//! sample endpoints CORS and the switches (`?delay=`, `?status=` …), then the endpoint. Any other path is a file of
//! the site.

mod clock;
mod connection;
mod content_type;
mod cors;
mod email;
mod encoding;
mod live;
mod local;
mod native;
mod percent;
mod picture;
mod plain_form;
mod proxy;
mod reload;
mod samples;
mod site;
mod store;
mod switches;
mod watch;
mod wordpress;

use std::io::{self, Write as _};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use axum::Router;
use axum::middleware;
use clap::Args;
use tokio::net::TcpListener;

use crate::project;
use crate::wasm::{self, Profile};
pub(crate) use encoding::brotli;
use proxy::{Forward, Proxy};
use reload::Reload;
use site::Site;
use store::Store;

/// The options of the command.
#[derive(Args)]
pub(crate) struct Options {
    /// Port on 127.0.0.1; 0 picks a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Compile as shipped, slower to build
    #[arg(long)]
    release: bool,
    /// Forward a path prefix, e.g. /wp-json=https://cms.example; may be repeated
    #[arg(long, value_name = "/PREFIX=URL")]
    proxy: Vec<Forward>,
    /// Do not rebuild and reload on change
    #[arg(long)]
    no_watch: bool,
    /// Serve the files of this directory (what `dist` made) instead of building
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Where taken comments and subscriptions are kept [default: target/serve]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// Serves until it is interrupted.
pub(crate) fn run(options: Options) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let served = runtime.block_on(serve(options));
    // A build that is running must not delay the exit.
    runtime.shutdown_background();
    served
}

async fn serve(options: Options) -> Result<()> {
    // First of all, so that a taken port is reported before a long build.
    let listener = listen(options.port).await?;
    let address = listener.local_addr()?;

    let built = project::target().join("site");
    let watching = options.dist.is_none() && !options.no_watch;
    let reload = watching.then(Reload::default);
    let site = match options.dist {
        Some(directory) => {
            if !directory.is_dir() {
                bail!("{} is no directory; `cargo xtask dist` makes one", directory.display());
            }
            Site::shipped(project::root(), &directory)
        }
        None => {
            let profile = if options.release { Profile::Release } else { Profile::Dev };
            wasm::ensure_target()?;
            eprintln!("Building the element (the first time takes a minute or two) …");
            match wasm::build(profile, &built) {
                Ok(()) => {}
                Err(error) if watching => eprintln!("{error:#}; waiting for a change"),
                Err(error) => return Err(error),
            }
            if let Some(reload) = &reload {
                watch::start(project::root(), profile, built.clone(), reload.clone())?;
            }
            Site::built(project::root(), &built)
        }
    };
    let data = options.data.unwrap_or_else(|| project::target().join("serve"));
    let app = router(site, Store::open(&data)?, reload, options.proxy)?;

    println!("http://{address}/");
    io::stdout().flush()?;
    connection::accept(listener, app).await
}

async fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            bail!("port {port} is in use; choose another with --port, or --port 0 for any free one")
        }
        Err(error) => Err(error).with_context(|| format!("cannot listen on port {port}")),
    }
}

/// Everything that is served.
fn router(site: Site, store: Store, reload: Option<Reload>, forwards: Vec<Forward>) -> Result<Router> {
    let root = site.root().to_path_buf();
    let store = Arc::new(store);
    let samples = Router::new()
        .merge(native::routes(&root, store.clone())?)
        .merge(wordpress::routes(&root, store)?)
        .merge(live::routes())
        .merge(samples::routes(&root))
        .layer(middleware::from_fn(switches::apply))
        .layer(middleware::from_fn(cors::apply));
    let mut app = Router::new().merge(samples);
    if let Some(reload) = &reload {
        app = app.merge(reload::routes(reload.clone()));
    }
    app = app.merge(site::routes(site, reload.is_some()));
    if !forwards.is_empty() {
        let proxy = Arc::new(Proxy::new(forwards)?);
        app = app.layer(middleware::from_fn_with_state(proxy, proxy::forward));
    }
    Ok(app.layer(middleware::from_fn(local::only)))
}

#[cfg(test)]
mod tests;

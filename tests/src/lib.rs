//! The harness of the end-to-end tests: the real dev server with the files of `dist`, and real browsers through
//! WebDriver.

mod documents;
mod engine;
mod fault;
mod folder;
mod host;
mod page;
mod process;
mod server;
mod wordpress;

pub use documents::documents;
pub use engine::{Engine, Scope, free_port};
pub use fault::{ARTICLE, Fault, FaultServer};
pub use folder::Folder;
pub use host::{Answer, Host};
pub use page::Page;
pub use process::Process;
pub use server::{Server, article_css, dist};
pub use wordpress::WordPress;

use futures_util::FutureExt as _;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;

/// Runs a test in each engine of its scope, with a server of its own. The browser is closed in any case.
pub async fn in_engines<F>(scope: Scope, test: F)
where
    F: AsyncFn(Page),
{
    in_engines_on(&server::dist(), &[], scope, test).await;
}

/// The same, with a build that panics where an element asks for it by `data-fault`.
pub async fn with_faults<F>(scope: Scope, test: F)
where
    F: AsyncFn(Page),
{
    in_engines_on(&server::fault(), &[], scope, test).await;
}

/// The same, with a real WordPress behind the dev server, which forwards to it (`serve --proxy`).
pub async fn before_wordpress<F>(scope: Scope, test: F)
where
    F: AsyncFn(Page, &WordPress),
{
    let site = WordPress::running();
    let arguments = ["--proxy".to_owned(), format!("/wp-json={}", site.origin())];
    in_engines_on(&server::dist(), &arguments, scope, async |page| {
        site.settle();
        test(page, &site).await;
        assert_eq!(site.complaints(), "", "PHP or WordPress complained");
    })
    .await;
    site.settle();
}

async fn in_engines_on<F>(dist: &Path, arguments: &[String], scope: Scope, test: F)
where
    F: AsyncFn(Page),
{
    for engine in Engine::wanted(scope) {
        eprintln!("-- {engine:?}");
        let server = Server::start_with(dist, arguments).await;
        let (driver, session) = engine.open().await;
        let page = Page::new(session.clone(), server.origin().to_owned(), engine);
        let outcome = AssertUnwindSafe(test(page)).catch_unwind().await;
        let _ = session.quit().await;
        drop(driver);
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }
}

//! The accept loop. axum's own cannot drop a connection without an answer, which `?fail=reset` is for.

use std::io;

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

/// An extension of responses that makes the connection end without an answer.
#[derive(Clone, Copy)]
pub(crate) struct Reset;

/// Answers until the process is told to stop.
pub(crate) async fn accept(listener: TcpListener, app: Router) -> Result<()> {
    let mut stop = std::pin::pin!(stopped());
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    tokio::spawn(converse(stream, app.clone()));
                }
            }
            () = &mut stop => return Ok(()),
        }
    }
}

async fn converse(stream: TcpStream, app: Router) {
    // Small answers are sent at once, because benches measure this server.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let app = app.clone();
        async move {
            let Ok(response) = app.oneshot(request.map(Body::new)).await;
            match response.extensions().get::<Reset>() {
                Some(_) => Err(io::Error::from(io::ErrorKind::ConnectionReset)),
                None => Ok(response),
            }
        }
    });
    // An error here is a browser that has gone, or an intended reset.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

#[cfg(unix)]
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}

#[cfg(not(unix))]
async fn stopped() {
    let _ = tokio::signal::ctrl_c().await;
}

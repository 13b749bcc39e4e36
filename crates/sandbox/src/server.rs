use std::io::Result;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::routing::any;
use contract::platform::BASE_PATH;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::sandbox::{Sandbox, Shared};
use crate::settings::Settings;
use crate::{console, control, documents, html, idp, platform, providers, webhooks};

/// A world that is up. Dropping it ends it at once; [`Running::stop`] lets requests finish.
#[derive(Debug)]
pub struct Running {
    addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<Result<()>>,
    ticker: JoinHandle<()>,
}

impl Running {
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// `http://127.0.0.1:PORT`
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// No new requests; those that run are answered.
    pub async fn stop(mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        let _ = (&mut self.server).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.ticker.abort();
        self.server.abort();
    }
}

/// Starts a new world on 127.0.0.1; it listens when this returns.
pub async fn start(settings: Settings) -> Result<Running> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port)).await?;
    let addr = listener.local_addr()?;
    let shared = Arc::new(Sandbox::new(settings, format!("http://{addr}"))?);
    let (stop, stopped) = oneshot::channel();
    let ticker = tokio::spawn(webhooks::run(Arc::clone(&shared)));
    let serve = axum::serve(listener, router(shared)).with_graceful_shutdown(async {
        let _ = stopped.await;
    });
    Ok(Running {
        addr,
        stop: Some(stop),
        server: tokio::spawn(serve.into_future()),
        ticker,
    })
}

fn router(shared: Shared) -> Router {
    Router::new()
        .nest(BASE_PATH, Router::new().fallback(any(platform::handle)))
        .nest("/idp", idp::routes())
        .nest("/documents", documents::routes())
        .nest("/control", control::routes())
        .merge(providers::routes())
        .merge(console::routes())
        .route("/sandbox.css", axum::routing::get(html::style))
        .with_state(shared)
}

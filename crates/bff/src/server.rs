use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::app::{App, StartError};
use crate::clock::now_ms;
use crate::config::Config;
use crate::routes::router;

/// A server that listens, until it is stopped.
#[derive(Debug)]
pub struct Running {
    pub address: SocketAddr,
    app: App,
    stop: CancellationToken,
    serving: JoinHandle<()>,
}

/// Starts the server; it listens when this returns.
pub async fn start(config: Config) -> Result<Running, StartError> {
    let listen = config.listen.clone();
    let app = App::new(config).await?;
    let listener = TcpListener::bind(&listen)
        .await
        .map_err(|error| StartError::Listen(listen.clone(), error))?;
    let address = listener
        .local_addr()
        .map_err(|error| StartError::Listen(listen, error))?;
    let stop = CancellationToken::new();
    let (router, stopped) = (router(app.clone()), stop.clone());
    let serving = tokio::spawn(async move {
        let served = axum::serve(listener, router)
            .with_graceful_shutdown(stopped.cancelled_owned())
            .await;
        if let Err(error) = served {
            tracing::error!(%error, "serving failed");
        }
    });
    tokio::spawn(sweep(app.clone(), stop.clone()));
    tracing::info!(%address, "listening");
    Ok(Running {
        address,
        app,
        stop,
        serving,
    })
}

impl Running {
    /// Stops taking requests, then waits for those at work and for relays behind them.
    pub async fn stop(self) {
        const PATIENCE: Duration = Duration::from_secs(20);
        self.stop.cancel();
        self.app.tasks.close();
        let end = async {
            let _ = self.serving.await;
            self.app.tasks.wait().await;
        };
        if tokio::time::timeout(PATIENCE, end).await.is_err() {
            tracing::warn!("stopped with requests still at work");
        }
    }
}

/// Once a minute: what has expired goes.
async fn sweep(app: App, stop: CancellationToken) {
    const QUARTER_HOUR_MS: i64 = 15 * 60 * 1000;
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(Duration::from_mins(1)) => {}
        }
        app.memories.sweep(now_ms() - QUARTER_HOUR_MS);
        if let Err(error) = app.store.sweep(now_ms()).await {
            tracing::error!(%error, "sweeping failed");
        }
    }
}

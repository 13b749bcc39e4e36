//! What every request can reach.

use std::sync::Arc;

use tokio_util::task::TaskTracker;

use crate::config::Config;
use crate::crypto::Keyring;
use crate::identity::Identity;
use crate::pages::Pages;
use crate::platform::Platform;
use crate::store::{Store, StoreError};
use crate::tokens::Tokens;
use crate::view::Memories;

/// Shared by all requests; cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Parts>);

#[derive(Debug)]
pub struct Parts {
    pub config: Config,
    pub store: Arc<Store>,
    pub platform: Platform,
    pub tokens: Tokens,
    pub memories: Memories,
    pub identity: Identity,
    pub pages: Pages,
    /// Work that must outlive the request it was asked for.
    pub tasks: TaskTracker,
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What kept the server from starting.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the store: {0}")]
    Store(#[from] StoreError),
    #[error("the HTTP client: {0}")]
    Http(#[from] reqwest::Error),
    #[error("the app's pages: {0}")]
    Pages(std::io::Error),
    #[error("cannot listen on {0}: {1}")]
    Listen(String, std::io::Error),
}

impl App {
    pub async fn new(config: Config) -> Result<Self, StartError> {
        let keys = Keyring::new(&config.store_keys);
        let store = Arc::new(Store::open(&config.store_path, keys).await?);
        let platform = Platform::new(&config.platform.base_url)?;
        let tasks = TaskTracker::new();
        let tokens = Tokens::new(
            Arc::clone(&store),
            platform.clone(),
            config.platform.api_key.clone(),
            tasks.clone(),
        );
        let identity = Identity::new(&config)?;
        let pages = Pages::new(&config).map_err(StartError::Pages)?;
        Ok(Self(Arc::new(Parts {
            store,
            platform,
            tokens,
            memories: Memories::default(),
            identity,
            pages,
            tasks,
            config,
        })))
    }
}

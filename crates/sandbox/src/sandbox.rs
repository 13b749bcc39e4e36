use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::clock::Clock;
use crate::idp::Idp;
use crate::settings::Settings;
use crate::world::World;

/// What every handler shares.
#[derive(Debug)]
pub(crate) struct Sandbox {
    pub(crate) settings: Arc<Settings>,
    /// `http://127.0.0.1:PORT`
    pub(crate) base: String,
    pub(crate) clock: Clock,
    world: Mutex<World>,
    pub(crate) idp: Idp,
    /// There may be webhooks to send.
    pub(crate) news: Notify,
}

pub(crate) type Shared = Arc<Sandbox>;

impl Sandbox {
    pub(crate) fn new(settings: Settings, base: String) -> std::io::Result<Self> {
        let settings = Arc::new(settings);
        let clock = Clock::ahead(settings.clock_seconds);
        let world = World::new(Arc::clone(&settings), base.clone(), clock.now());
        Ok(Self {
            idp: Idp::new()?,
            settings,
            base,
            clock,
            world: Mutex::new(world),
            news: Notify::new(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads or changes the world as of now, with everything that follows at once. Never held
    /// across an await.
    pub(crate) fn with<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let now = self.clock.now();
        let (answer, news) = {
            let mut world = self.lock();
            world.catch_up(now);
            let answer = change(&mut world);
            world.catch_up(now);
            (answer, world.outbox.has_news())
        };
        if news {
            self.news.notify_one();
        }
        answer
    }

    /// Nobody has applied for anything.
    pub(crate) fn reset(&self) {
        let fresh = World::new(
            Arc::clone(&self.settings),
            self.base.clone(),
            self.clock.now(),
        );
        *self.lock() = fresh;
        self.idp.reset();
    }
}

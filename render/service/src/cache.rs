//! What was made, and what is being made. Many who ask for the same wait for one; what is old is given out while it is made
//! anew, and longer where it cannot be.

use crate::answer::{Answer, Failure};
use crate::options::Limits;
use crate::upstream::Validator;
use moka::future::Cache as Kept;
use news_article_render::Output;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// By what an answer is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// The address at the upstream.
    pub(crate) address: String,
    /// What is made of it.
    pub(crate) output: OutputName,
}

/// The name of an output: [`Output`] is no key.
pub(crate) type OutputName = &'static str;

/// The name of an output.
pub(crate) fn name(output: Output) -> OutputName {
    Output::ALL.iter().find(|(_, one)| *one == output).map_or("", |(name, _)| name)
}

/// An answer as it is kept.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) answer: Answer,
    pub(crate) validators: Vec<Validator>,
    times: Mutex<Times>,
}

#[derive(Clone, Copy, Debug)]
struct Times {
    /// When the upstream last said that it stands.
    made: Instant,
    /// Until when it is fresh.
    fresh_until: Instant,
    /// From when somebody may make it anew, if nobody is about to.
    retry_at: Instant,
    refreshing: bool,
}

/// How old an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Age {
    /// To be given out as it is.
    Fresh,
    /// To be given out, and made anew by whoever learns this.
    Refresh,
    /// To be given out; somebody is making it anew, or it is too early for that.
    Stale,
    /// Not to be given out by whoever learns this before the upstream was asked, but where that fails. Others, who ask
    /// meanwhile, get it.
    Old,
}

impl Entry {
    /// A new answer.
    pub(crate) fn new(answer: Answer, validators: Vec<Validator>, fresh: Duration) -> Self {
        let now = Instant::now();
        let times = Times { made: now, fresh_until: now + fresh, retry_at: now, refreshing: false };
        Entry { answer, validators, times: Mutex::new(times) }
    }

    fn times<T>(&self, with: impl FnOnce(&mut Times) -> T) -> T {
        // Nothing in here panics, so that what another thread left is whole.
        with(&mut self.times.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// How old it is; whoever gets [`Age::Refresh`] or [`Age::Old`] has to make it anew, and says how that
    /// ended.
    pub(crate) fn age(&self, limits: &Limits) -> Age {
        let now = Instant::now();
        self.times(|times| {
            if now < times.fresh_until {
                return Age::Fresh;
            }
            let due = !times.refreshing && now >= times.retry_at;
            times.refreshing |= due;
            match due {
                true if now >= times.fresh_until + limits.stale => Age::Old,
                true => Age::Refresh,
                false => Age::Stale,
            }
        })
    }

    /// The upstream says that it still stands.
    pub(crate) fn stands(&self, fresh: Duration) {
        let now = Instant::now();
        self.times(|times| {
            *times = Times { made: now, fresh_until: now + fresh, retry_at: now, refreshing: false };
        });
    }

    /// It could not be made anew.
    pub(crate) fn failed(&self, pause: Duration) {
        self.times(|times| {
            times.retry_at = Instant::now() + pause;
            times.refreshing = false;
        });
    }

    /// Seconds since the upstream stood by it.
    pub(crate) fn seconds(&self) -> u64 {
        self.times(|times| times.made.elapsed().as_secs())
    }

    /// Seconds that it is fresh for.
    pub(crate) fn fresh_for(&self) -> u64 {
        self.times(|times| times.fresh_until.saturating_duration_since(times.made).as_secs())
    }
}

/// The answers, and for a moment the failures.
#[derive(Clone, Debug)]
pub(crate) struct Cache {
    entries: Kept<Key, Arc<Entry>>,
    failures: Kept<Key, Failure>,
}

/// What an entry weighs beside its answer.
const ENTRY: usize = 512;
/// The most failures that are remembered.
const FAILURES: u64 = 10_000;

impl Cache {
    pub(crate) fn new(limits: &Limits) -> Self {
        let weigh = |key: &Key, entry: &Arc<Entry>| {
            u32::try_from(key.address.len() + entry.answer.body.len() + ENTRY).unwrap_or(u32::MAX)
        };
        Cache {
            entries: Kept::builder()
                .weigher(weigh)
                .max_capacity(limits.cache)
                .time_to_live(Duration::from_secs(60 * 60) + limits.stale.max(limits.stale_if_error))
                .build(),
            failures: Kept::builder().max_capacity(FAILURES).time_to_live(limits.pause).build(),
        }
    }

    pub(crate) async fn get(&self, key: &Key) -> Option<Arc<Entry>> {
        self.entries.get(key).await
    }

    pub(crate) async fn failure(&self, key: &Key) -> Option<Failure> {
        self.failures.get(key).await
    }

    /// The answer that is there, else the one that `make` gives: of all who ask meanwhile one makes it.
    pub(crate) async fn get_or(
        &self,
        key: Key,
        make: impl Future<Output = Result<Arc<Entry>, Failure>>,
    ) -> Result<Arc<Entry>, Failure> {
        let made = self.entries.try_get_with(key.clone(), make).await;
        match made {
            Ok(entry) => Ok(entry),
            Err(failure) => {
                let failure = Failure::clone(&failure);
                // That it was not its turn says nothing of the document.
                if !matches!(failure, Failure::Busy) {
                    self.failures.insert(key, failure.clone()).await;
                }
                Err(failure)
            }
        }
    }

    pub(crate) async fn put(&self, key: Key, entry: Arc<Entry>) {
        self.entries.insert(key, entry).await;
    }

    /// The upstream says that there is nothing any more.
    pub(crate) async fn forget(&self, key: &Key, failure: Failure) {
        self.entries.invalidate(key).await;
        self.failures.insert(key.clone(), failure).await;
    }

    /// Bytes that are kept.
    pub(crate) fn bytes(&self) -> u64 {
        self.entries.weighted_size()
    }
}

//! A thread with a runtime of its own, which can be asked for how long the processor was at work on it.

use std::future::Future;
use std::thread;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use serde::Serialize;
use tokio::sync::{mpsc, oneshot};

use crate::Failure;
use crate::exchanges::Exchanges;

/// For what is there only in the beginning: connections, buffers that grow, caches that are cold.
const WARM_UP: Duration = Duration::from_millis(200);

/// The thread.
pub(crate) struct Worker(mpsc::UnboundedSender<oneshot::Sender<Duration>>);

/// What was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    exchanges: u64,
    /// On the clock.
    seconds: f64,
    /// Of the processor, for the measured thread.
    processor: f64,
}

/// The end of one thread, which comes only where something is wrong, is the end of all.
struct EndsProcess;

impl Drop for EndsProcess {
    fn drop(&mut self) {
        std::process::exit(1);
    }
}

impl Worker {
    /// Runs a future on a new thread, which need not be sent there. It goes on until the process ends.
    pub(crate) fn start<F: Future<Output = ()> + 'static>(make: impl FnOnce() -> F + Send + 'static) -> Self {
        let (ask, mut asked) = mpsc::unbounded_channel::<oneshot::Sender<Duration>>();
        thread::spawn(move || {
            let _end = EndsProcess;
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async {
                tokio::spawn(async move {
                    while let Some(reply) = asked.recv().await {
                        // Who asked may have lost interest.
                        let _ = reply.send(ThreadTime::now().as_duration());
                    }
                });
                make().await;
            });
        });
        Self(ask)
    }

    /// Counts exchanges for so long, and until there are so many: what is under way in the beginning and in
    /// the end must be little of it.
    pub(crate) fn measure(
        &self,
        exchanges: &Exchanges,
        time: Duration,
        least: u64,
    ) -> Result<Figures, Failure> {
        let until = |number: u64| {
            while exchanges.number() < number {
                thread::sleep(Duration::from_millis(2));
            }
        };
        let look = || Ok::<_, Failure>((self.processor()?, exchanges.number(), Instant::now()));
        thread::sleep(WARM_UP);
        until(least / 4);
        let (processor, before, start) = look()?;
        thread::sleep(time);
        until(before + least);
        let (until, after, end) = look()?;
        Ok(Figures {
            exchanges: after - before,
            seconds: (end - start).as_secs_f64(),
            processor: (until - processor).as_secs_f64(),
        })
    }

    fn processor(&self) -> Result<Duration, Failure> {
        let (reply, told) = oneshot::channel();
        self.0.send(reply).map_err(|_| "the measured thread has ended")?;
        Ok(told.blocking_recv()?)
    }
}

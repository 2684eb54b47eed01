//! Waiting for a pause.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};

/// Runs the last of several jobs, once nothing new has come for a while.
#[derive(Clone, Default)]
pub struct Pause(Rc<Cell<Option<TimeoutHandle>>>);

impl Pause {
    /// Runs `job` after `wait`, in place of the job that was waiting.
    pub fn then(&self, wait: Duration, job: impl FnOnce() + 'static) {
        self.cancel();
        self.0.set(set_timeout_with_handle(job, wait).ok());
    }

    /// Forgets the job that was waiting.
    pub fn cancel(&self) {
        if let Some(handle) = self.0.take() {
            handle.clear();
        }
    }
}

//! Waiting for a pause, or for what is there to be painted.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{
    TimeoutHandle, request_animation_frame, set_timeout, set_timeout_with_handle,
};

/// Runs `job` once what is on the page by now has been painted, as a task of its own.
pub fn after_paint(job: impl FnOnce() + 'static) {
    // A frame's callbacks run before it is painted, those of the next one after it. The timer keeps the job out of
    // that frame too.
    request_animation_frame(|| request_animation_frame(|| set_timeout(job, Duration::ZERO)));
}

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

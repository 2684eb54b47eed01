//! Stands in for `send_wrapper` 0.6 (`[patch.crates-io]` in the workspace's `Cargo.toml`).
//!
//! Leptos keeps what belongs to one thread, and in a browser that is every element, in a wrapper that may go to other
//! threads and panics if it is looked into there. The original asks the standard library who the present thread is. In a
//! page there is only one; yet the question links the thread's handle with an allocator of its own, and is asked wherever
//! an element is touched: 2 kB of Brotli in each module. Here it is asked only where there are threads.

#![expect(unsafe_code, reason = "to be sendable whatever is inside is what the wrapper is for")]

use std::fmt;
use std::mem::{ManuallyDrop, needs_drop};
use std::ops::{Deref, DerefMut};

use origin::Origin;

/// A value that may be sent anywhere and is looked into only where it was made.
pub struct SendWrapper<T> {
    value: ManuallyDrop<T>,
    origin: Origin,
}

// SAFETY: every way to the value asserts that this is the thread where it was made, where it need be neither.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Wraps `value`, which belongs to the present thread.
    pub fn new(value: T) -> Self {
        Self { value: ManuallyDrop::new(value), origin: Origin::here() }
    }

    /// Whether this is the thread where the value was made.
    pub fn valid(&self) -> bool {
        self.origin.is_here()
    }

    /// The value.
    ///
    /// # Panics
    /// On another thread than where it was made.
    #[track_caller]
    pub fn take(self) -> T {
        self.assert_valid();
        let mut wrapper = ManuallyDrop::new(self);
        // SAFETY: the wrapper is not dropped, so that the value is taken once.
        unsafe { ManuallyDrop::take(&mut wrapper.value) }
    }

    #[track_caller]
    fn assert_valid(&self) {
        assert!(self.valid(), "used on another thread than where it was made");
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.assert_valid();
        &self.value
    }
}

impl<T> DerefMut for SendWrapper<T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        self.assert_valid();
        &mut self.value
    }
}

impl<T> Drop for SendWrapper<T> {
    #[track_caller]
    fn drop(&mut self) {
        if !needs_drop::<T>() {
            return;
        }
        if self.valid() {
            // SAFETY: here and in `take`, which drops no wrapper, are the only places where the value goes.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        } else {
            // A second panic would hide the first.
            assert!(std::thread::panicking(), "dropped on another thread than where it was made");
        }
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SendWrapper").field(&**self).finish()
    }
}

#[cfg(feature = "futures")]
mod futures {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use futures_core::Stream;

    use crate::SendWrapper;

    impl<T> SendWrapper<T> {
        #[track_caller]
        fn inside(self: Pin<&mut Self>) -> Pin<&mut T> {
            // SAFETY: of a pinned wrapper the value is never moved: `take` needs one that is not.
            unsafe { self.map_unchecked_mut(|wrapper| &mut **wrapper) }
        }
    }

    impl<F: Future> Future for SendWrapper<F> {
        type Output = F::Output;

        #[track_caller]
        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
            self.inside().poll(context)
        }
    }

    impl<S: Stream> Stream for SendWrapper<S> {
        type Item = S::Item;

        #[track_caller]
        fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
            self.inside().poll_next(context)
        }
    }
}

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
mod origin {
    /// The only thread there is.
    pub(crate) struct Origin;

    impl Origin {
        pub(crate) fn here() -> Self {
            Self
        }

        pub(crate) fn is_here(&self) -> bool {
            true
        }
    }
}

#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
mod origin {
    use std::thread::{self, ThreadId};

    /// The thread where something was made.
    pub(crate) struct Origin(ThreadId);

    impl Origin {
        pub(crate) fn here() -> Self {
            Self(thread::current().id())
        }

        pub(crate) fn is_here(&self) -> bool {
            self.0 == thread::current().id()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;
    use std::thread;

    use super::*;

    #[test]
    fn a_value_is_looked_into_where_it_was_made() {
        let mut wrapper = SendWrapper::new(Rc::new(1));
        *wrapper = Rc::new(2);
        assert_eq!(**wrapper.clone(), 2);
        let back = thread::spawn(|| (wrapper.valid(), wrapper)).join().unwrap();
        assert!(!back.0);
        let value = back.1.take();
        assert_eq!(Rc::strong_count(&value), 1, "neither dropped nor taken twice");
    }

    #[test]
    fn on_another_thread_it_panics() {
        let uses: [fn(SendWrapper<Rc<i32>>); 4] = [
            |wrapper| _ = **wrapper,
            |wrapper| _ = wrapper.take(),
            drop,
            |wrapper| _ = wrapper.clone(),
        ];
        for use_elsewhere in uses {
            let wrapper = SendWrapper::new(Rc::new(1));
            assert!(thread::spawn(move || use_elsewhere(wrapper)).join().is_err());
        }
        thread::spawn(|| drop(SendWrapper::new(1))).join().unwrap();
    }
}

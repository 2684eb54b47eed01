//! Stands in for `wasm-streams` 0.5 (`[patch.crates-io]` in the workspace's `Cargo.toml`).
//!
//! Leptos always links `server_fn` with its `browser` feature, and that links `wasm-streams`, whose classes are
//! exports of the module: no linker may drop them, nor the promises and tasks behind them. The page has no server
//! functions. This is what `server_fn` names of that crate, without classes; streams that anybody did ask for
//! would fail and say why. It can go once Leptos makes `server_fn` optional.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsValue, throw_str};

const NO_STREAMS: &str = "this module is built without streams, see crates/wasm-streams";

/// A stream of the web platform.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The stream `raw`.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Throws: making a stream takes a class that is an export.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        throw_str(NO_STREAMS)
    }

    /// The stream as the web platform knows it.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// What is read from the stream.
    pub fn into_stream(self) -> Unread {
        Unread(self.0)
    }
}

/// A stream that nobody reads: each of its chunks is an error that says so.
#[derive(Debug)]
pub struct Unread(#[expect(dead_code, reason = "keeps the stream open")] web_sys::ReadableStream);

impl Stream for Unread {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(Err(JsValue::from_str(NO_STREAMS))))
    }
}

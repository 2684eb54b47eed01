//! The pictures of an answer as geometry: what stands where, what it leads to, and what it is called.
//!
//! In comes a series of the engine and the question it answers; out come marks with places in whole units of a
//! picture, a [`Table`] that says the same in rows, and a sentence. A [`Mark`] has its count, its name, and the steps to the list of
//! exactly those statements; a picture and its table hold the same marks. Nothing here is random and nothing
//! depends on an earlier picture: the same answer gives the same picture.
//!
//! Deliberately absent: colours, the DOM, and how a mark is drawn.

pub mod compare;
mod labels;
pub mod map;
mod mark;
pub mod matrix;
pub mod network;
mod scale;
mod table;
pub mod timeline;

pub use compare::Compare;
pub use map::WorldMap;
pub use mark::{Mark, Rect, Text};
pub use matrix::Matrix;
pub use network::Network;
pub use scale::Shade;
pub use table::{Cell, Column, Table};
pub use timeline::Timeline;

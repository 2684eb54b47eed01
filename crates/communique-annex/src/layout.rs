//! The answer laid out in another way than as a list: a concordance, or a picture with its table.
//!
//! What stands where is computed in `communique-layouts`; here it is drawn. Every mark is a link made from the
//! view. A picture is drawn anew with each answer; what a reader operates (selects, month fields) stays in place.

mod compare;
mod concordance;
mod figure;
mod map;
mod matrix;
mod network;
mod timeline;

use std::sync::OnceLock;

use leptos::prelude::*;

use communique_engine::Layout;
use communique_ui::Reading;
use communique_ui::browser::media;
use communique_ui::dynamic::dynamic_view;

use compare::ComparePicture;
use concordance::Concordance;
use figure::Tables;
use map::MapPicture;
use matrix::MatrixPicture;
use network::NetworkPicture;
use timeline::TimelinePicture;

/// Sizes of the screen, the first one as in `www/styles/layout.css`.
const NARROW: &str = "(max-width: 48rem)";
const WIDE: &str = "(min-width: 80rem)";
/// Widths of pictures, in units of about one pixel.
const NARROW_WIDTH: i32 = 328;
const WIDTH: i32 = 704;
const WIDE_WIDTH: i32 = 880;

/// Whether the screen is narrow, and whether it is wide.
static SCREEN: OnceLock<[RwSignal<bool>; 2]> = OnceLock::new();

/// Follows the size of the screen from now on.
pub fn watch_screen() {
    SCREEN.get_or_init(|| [media::matches(NARROW), media::matches(WIDE)]);
}

/// How wide a picture is, now and as the screen changes.
fn width() -> i32 {
    match SCREEN.get().map(|screen| screen.map(|is| is.get())) {
        Some([true, _]) => NARROW_WIDTH,
        Some([_, true]) => WIDE_WIDTH,
        Some(_) | None => WIDTH,
    }
}

/// The view's layout, whichever it is. The list is the page's own.
#[component]
pub fn OpenLayout() -> impl IntoView {
    let reading = Reading::expect();
    provide_context(Tables::default());
    let layout = Memo::new(move |_| reading.view.read().layout);
    dynamic_view(move || match layout.get() {
        Layout::List => ().into_any(),
        Layout::Kwic => view! { <Concordance /> }.into_any(),
        Layout::Timeline => view! { <TimelinePicture /> }.into_any(),
        Layout::Matrix => view! { <MatrixPicture /> }.into_any(),
        Layout::Network => view! { <NetworkPicture /> }.into_any(),
        Layout::Compare => view! { <ComparePicture /> }.into_any(),
        Layout::Map => view! { <MapPicture /> }.into_any(),
    })
}

//! The annex: what the first search does not need, as a module of its own that the page loads on first use.
//!
//! In comes the pack, once ([`open`], [`add_texts`]), and for each part an element of the page and the view as a query string
//! ([`mount`]); scripts are told what a layout shows ([`tell`]). Out goes the query string of each view that a form leads to: the page takes the step, follows
//! the links, owns the history, and tells every part the new view ([`Mounted::show`]). Deliberately absent: any state of what the
//! reader chose, and the address bar.
//!
//! A part is a module here and a variant of [`Part`]; what a part shares with the page is in `communique-ui`.

#![allow(unreachable_pub, reason = "in a module, `pub` tells what a room offers to the others")]

mod article;
mod help;
mod kept;
mod layout;
mod radio;
mod spelling;
mod take_away;
mod told;

use std::any::Any;
use std::sync::OnceLock;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use communique_engine::{Engine, View};
use communique_ui::browser::words;
use communique_ui::link::Follow;
use communique_ui::{Part, Reading};

use article::OpenArticle;
use help::Help;
use kept::Kept;
use layout::OpenLayout;
use spelling::Spelling;
use take_away::TakeAway;

/// One corpus, opened once, for as long as the page lives.
static ENGINE: OnceLock<Engine> = OnceLock::new();

/// Opens the corpus that the page shows; the last texts of its pack may be missing. Gives how many bytes [`add_texts`]
/// is to add next, 0 when all are there: nothing else is asked of the annex before.
///
/// # Errors
/// If the pack is damaged, or of another version than this module reads.
#[wasm_bindgen]
pub fn open(pack: Vec<u8>) -> Result<usize, JsError> {
    console_error_panic_hook::set_once();
    words::take(communique_words::ENGLISH_ANNEX);
    let engine = Engine::open_begun(pack).map_err(|error| JsError::new(&error.to_string()))?;
    layout::watch_screen();
    Ok(ENGINE.get_or_init(|| engine).pack().n_missing_next())
}

/// Adds the next texts, and gives how many bytes are to come then.
///
/// # Errors
/// Before [`open`], and if they are damaged or not the next ones.
#[wasm_bindgen]
pub fn add_texts(bytes: Vec<u8>) -> Result<usize, JsError> {
    let pack = engine()?.pack();
    pack.add_texts(bytes).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(pack.n_missing_next())
}

fn engine() -> Result<&'static Engine, JsError> {
    ENGINE.get().ok_or_else(|| JsError::new("the collection is not open"))
}

/// Fills `container` with `part`, showing the view of `query_string`. What leads to another view and is no link calls
/// `on_step` with the query string of that.
///
/// # Errors
/// Before [`open`], and if there is no such part.
#[wasm_bindgen]
pub fn mount(
    part: &str,
    container: HtmlElement,
    query_string: &str,
    on_step: js_sys::Function,
) -> Result<Mounted, JsError> {
    let engine = engine()?;
    let part =
        Part::from_key(part).ok_or_else(|| JsError::new(&format!("there is no part {part}")))?;
    let view = ArcRwSignal::new(View::decode(query_string).0);
    let mounted = mount_to(container, {
        let view = view.clone();
        move || {
            provide_context(Reading::new(engine, view));
            provide_context(Follow(Callback::new(move |view: View| {
                // What the page makes of a step is its own affair; an exception there is in the console.
                _ = on_step.call1(&JsValue::NULL, &JsValue::from(view.encode()));
            })));
            match part {
                Part::Article => view! { <OpenArticle /> }.into_any(),
                Part::Layout => view! { <OpenLayout /> }.into_any(),
                Part::Spelling => view! { <Spelling /> }.into_any(),
                Part::TakeAway => view! { <TakeAway /> }.into_any(),
                Part::Kept => view! { <Kept /> }.into_any(),
                Part::Help => view! { <Help /> }.into_any(),
            }
        }
    });
    Ok(Mounted { view, in_place: Box::new(mounted) })
}

/// What the layout of the view of `query_string` shows; or, where a `facet` is named, its values that `typed` can
/// mean: a promise of plain data, as `communique-export` describes it.
///
/// # Errors
/// Before [`open`], and if there is no such facet.
#[wasm_bindgen]
pub fn tell(
    query_string: &str,
    facet: Option<String>,
    typed: &str,
) -> Result<js_sys::Promise, JsError> {
    let engine = engine()?;
    told::tell(engine, &View::decode(query_string).0, facet.as_deref(), typed)
}

/// A part in its place on the page.
#[wasm_bindgen]
pub struct Mounted {
    view: ArcRwSignal<View>,
    /// What takes the part away when it is dropped.
    in_place: Box<dyn Any>,
}

#[wasm_bindgen]
impl Mounted {
    /// Shows the view of `query_string`.
    pub fn show(&self, query_string: &str) {
        self.view.set(View::decode(query_string).0);
    }

    /// Takes the part out of its place.
    pub fn unmount(self) {
        drop(self.in_place);
    }
}

//! The annex: the second module, with all that the first search does not need, loaded on first use.
//!
//! One store of truth, the page's: the annex is told the view as a query string and hands back the query
//! strings that its forms lead to. See `crates/communique-annex` for its side.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use communique_engine::View;
use communique_ui::Part;
use communique_ui::browser::modules;

use crate::store::Store;

/// Name of the module, and of its `meta` element in `www/index.html`.
const MODULE: &str = "communique-annex";

#[wasm_bindgen]
extern "C" {
    /// The functions of the loaded annex, which has the corpus open.
    type Module;
    #[wasm_bindgen(method)]
    fn mount(
        this: &Module,
        part: &str,
        container: HtmlElement,
        query_string: &str,
        on_step: JsValue,
    ) -> Mounted;

    /// A part of the annex in an element of the page.
    pub type Mounted;
    /// Shows another view.
    #[wasm_bindgen(method)]
    pub fn show(this: &Mounted, query_string: &str);
    /// Takes the part out of its element.
    #[wasm_bindgen(method)]
    pub fn unmount(this: &Mounted);
}

/// How far the annex has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody needs it yet.
    Unasked,
    /// On its way.
    Loading,
    /// It did not arrive, or does not open this collection.
    Failed,
    /// There.
    Ready,
}

/// The page's end of the annex. A handle: copies are the same annex.
#[derive(Clone, Copy)]
pub struct Annex {
    stage: RwSignal<Stage>,
    n_attempts: StoredValue<u32>,
    module: StoredValue<Option<Module>, LocalStorage>,
}

impl Default for Annex {
    fn default() -> Self {
        Self {
            stage: RwSignal::new(Stage::Unasked),
            n_attempts: StoredValue::new(0),
            module: StoredValue::new_local(None),
        }
    }
}

impl Annex {
    /// The annex of the page this component is part of.
    ///
    /// # Panics
    /// Outside the page.
    pub fn expect() -> Self {
        use_context().expect("the page provides its annex")
    }

    /// How far it has come.
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Loads it, unless it is there or on its way. After a failure this is another attempt.
    pub fn load(self) {
        if matches!(self.stage.get_untracked(), Stage::Loading | Stage::Ready) {
            return;
        }
        self.stage.set(Stage::Loading);
        let attempt = self.n_attempts.get_value();
        self.n_attempts.set_value(attempt + 1);
        modules::load(MODULE, attempt, move |module| self.arrive(module));
    }

    fn arrive(self, module: Option<Module>) {
        let stage = if module.is_some() { Stage::Ready } else { Stage::Failed };
        self.module.set_value(module);
        self.stage.set(stage);
    }

    /// Puts `part` into `container`, showing the view of `query_string`, once the annex is there. `store` takes
    /// its steps.
    pub fn mount(
        self,
        part: Part,
        container: HtmlElement,
        query_string: &str,
        store: Store,
    ) -> Option<Mounted> {
        self.module.with_value(|module| {
            let on_step = Closure::<dyn FnMut(String)>::new(move |query_string: String| {
                store.follow(View::decode(&query_string).0);
            });
            // The part keeps it for as long as it is shown; the browser then collects both.
            let on_step = on_step.into_js_value();
            Some(module.as_ref()?.mount(part.key(), container, query_string, on_step))
        })
    }
}

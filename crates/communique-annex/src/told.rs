//! What scripts are told of a view beside its statements, as plain objects and arrays.

use js_sys::{JSON, Promise};
use wasm_bindgen::prelude::*;

use communique_engine::{Engine, View};
use communique_export::Export;
use communique_index::Facet;
use communique_ui::patterns::PatternSearcher;

/// The figures of the view's layout; or the values of the facet with this key that `typed` can mean. A promise, since
/// patterns of the view's query are searched first.
///
/// # Errors
/// If there is no such facet.
pub fn tell(
    engine: &'static Engine,
    view: &View,
    facet: Option<&str>,
    typed: &str,
) -> Result<Promise, JsError> {
    let find = |key| Facet::from_key(key).ok_or_else(|| format!("facet: there is no facet {key}"));
    let facet = facet.map(find).transpose().map_err(|reason| JsError::new(&reason))?;
    Ok(Promise::new(&mut |resolve, _| {
        let tell = {
            let (view, typed) = (view.clone(), typed.to_owned());
            move || {
                let told = JSON::parse(&told(engine, &view, facet, &typed)).unwrap_or_default();
                _ = resolve.call1(&JsValue::UNDEFINED, &told);
            }
        };
        if !PatternSearcher::default().search(engine, view.question(), tell.clone()) {
            tell();
        }
    }))
}

/// The same as JSON.
fn told(engine: &Engine, view: &View, facet: Option<Facet>, typed: &str) -> String {
    let answer = &engine.answer(view.question());
    let export = Export { engine, view, answer, site: "" };
    match facet {
        Some(facet) => {
            let values = export.values(facet, typed);
            let values: Vec<_> = values.iter().map(ToString::to_string).collect();
            format!("[{}]", values.join(","))
        }
        None => export.figures().to_string(),
    }
}

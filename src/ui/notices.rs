//! What was not understood of the address or of the query, near the search box.

use leptos::prelude::*;

use communique_engine::{Diagnostic, Engine, Place, View};
use communique_index::Facet;
use communique_ui::Part;
use communique_ui::dynamic::{Show, attribute, dynamic_view, views};
use communique_words::{Stretch, Text, say};

use crate::store::Store;
use crate::ui::annex_part::AnnexPart;

/// One line for each part of the address or query that was odd.
#[component]
pub fn Notices() -> impl IntoView {
    let store = Store::expect();
    let notices = move || {
        let address = store.address_diagnostics.read();
        let answer = store.answer.read();
        let arrangement = unknown_parts(store.engine, &store.view.read());
        let diagnostics = address.iter().chain(&answer.diagnostics).chain(&arrangement);
        let query = &answer.question.query;
        diagnostics.map(|diagnostic| Notice::new(diagnostic, query)).collect::<Vec<_>>()
    };
    view! {
        // There from the start, so that assistive technology hears of what is put into it.
        <div {..attribute("role", "status")}>
            <Show when=move || !notices().is_empty()>
                <ul class="notices">
                    {dynamic_view(move || views(notices().into_iter().map(notice)))}
                </ul>
            </Show>
        </div>
        <Show when=move || store.answer.read().lacks_words>
            <AnnexPart part=Part::Spelling />
        </Show>
    }
}

fn notice(notice: Notice) -> impl IntoView {
    let Notice { lead, before, odd, after, message } = notice;
    let mut part = Some(view! { <code>{before} <mark>{odd}</mark> {after}</code> }.into_any());
    let stretch = |stretch| match stretch {
        Stretch::Words(words) => words.into_any(),
        Stretch::Slot(0) => lead.into_any(),
        Stretch::Slot(1) => part.take().into_any(),
        Stretch::Slot(_) => message.clone().into_any(),
    };
    let text: Vec<_> = say::NOTICE.stretches().into_iter().map(stretch).collect();
    view! { <li class="notices__entry">{text}</li> }
}

/// The parts of a view's arrangement that this page cannot show: a document, statement or speaker that the
/// collection does not have.
fn unknown_parts(engine: &Engine, view: &View) -> Vec<Diagnostic> {
    let diagnostic = |part: String, message: Text| Diagnostic {
        place: Place::Address(part),
        message: message.text().to_owned(),
    };
    let mut unknown = Vec::new();
    let no_speaker = |key: &&String| engine.pack().find_value(Facet::Speaker, key).is_none();
    for key in view.compared.iter().flatten().filter(no_speaker) {
        unknown.push(diagnostic(["compare=", key].concat(), say::NO_SPEAKER));
    }
    if let Some(file) = view.document.as_ref().filter(|file| engine.document_of(file).is_none()) {
        unknown.push(diagnostic(["doc=", file].concat(), say::NO_ARTICLE));
    }
    if let Some(id) = view.statement.as_ref().filter(|id| engine.statement(id).is_none()) {
        unknown.push(diagnostic(["s=", id].concat(), say::NO_STATEMENT));
    }
    unknown
}

/// A diagnostic as it is read: where, and what about it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Notice {
    lead: &'static str,
    before: String,
    odd: String,
    after: String,
    message: String,
}

impl Notice {
    fn new(diagnostic: &Diagnostic, query: &str) -> Self {
        let message = diagnostic.message.clone();
        match &diagnostic.place {
            Place::Address(part) => Self {
                lead: say::NOTICE_ADDRESS.text(),
                before: String::new(),
                odd: part.clone(),
                after: String::new(),
                message,
            },
            Place::Query(span) => Self {
                lead: say::NOTICE_SEARCH.text(),
                before: query.get(..span.start).unwrap_or_default().to_owned(),
                odd: query.get(span.clone()).unwrap_or_default().to_owned(),
                after: query.get(span.end..).unwrap_or_default().to_owned(),
                message,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use communique_index::fixture::{Said, corpus};
    use communique_index::pack;

    use super::*;

    #[test]
    fn what_the_page_cannot_show_is_said() {
        let corpus = corpus(&[Said::new("a.txt", "ada", "no")]);
        let engine = Engine::open(pack::write(&corpus)).expect("a sound pack");
        let check = |address: &str, parts: &[&str]| {
            let unknown = unknown_parts(&engine, &View::decode(address).0);
            let found: Vec<_> = unknown.into_iter().map(|diagnostic| diagnostic.place).collect();
            let parts: Vec<_> =
                parts.iter().map(|part| Place::Address((*part).to_owned())).collect();
            assert_eq!(found, parts);
        };
        check("doc=a.txt&s=a.txt-1", &[]);
        check("view=matrix&doc=b.txt&s=none", &["doc=b.txt", "s=none"]);
    }

    #[test]
    fn a_notice_points_into_the_query() {
        let diagnostic =
            Diagnostic { place: Place::Query(5..6), message: "never closed".to_owned() };
        let notice = Notice::new(&diagnostic, "oil (gas");
        assert_eq!(
            (notice.before.as_str(), notice.odd.as_str(), notice.after.as_str()),
            ("oil (", "g", "as")
        );
        // A stale place, from a query typed since, is no reason to stop.
        assert_eq!(Notice::new(&diagnostic, "é").odd, "");
    }
}

//! Where the words are in the file as published.

use leptos::prelude::*;

use communique_engine::{DocumentPage, DocumentStatement};
use communique_ui::dynamic::{dynamic, dynamic_view};
use communique_ui::{Reading, words};
use communique_words::say;

use super::verify::{Verdict, verify};

/// File and hash of the article, and the place of the statement singled out.
#[component]
pub fn Proof(
    /// The article.
    page: StoredValue<DocumentPage>,
) -> impl IntoView {
    let reading = Reading::expect();
    let statement = dynamic_view(move || {
        let singled_out = reading.statement()?;
        let page = page.read_value();
        let statement = page.statements.iter().find(|statement| statement.idx == singled_out)?;
        Some(view! {
            <dt>{say::PROOF_STATEMENT.text()}</dt>
            <dd>{place(statement)}</dd>
        })
    });
    let (file, sha256, encoding) = {
        let page = page.read_value();
        (page.file.clone(), page.sha256.clone(), page.encoding.name())
    };
    view! {
        <dl class="proof">
            {statement} <dt>{say::PROOF_FILE.text()}</dt> <dd>
                <code>{file}</code>
                ", "
                {encoding}
            </dd> <dt>{say::PROOF_HASH.text()}</dt> <dd>
                <code>{sha256}</code>
            </dd>
        </dl>
        <Verify page />
    }
}

/// Recomputes in the browser what the page claims of the file.
#[component]
fn Verify(page: StoredValue<DocumentPage>) -> impl IntoView {
    let verdict = RwSignal::new(None::<Verdict>);
    let check = move |_| verdict.set(Some(verify(&page.read_value())));
    let said = dynamic_view(move || {
        let verdict = verdict.get()?;
        let sign = if verdict.is_sound() { "✓ " } else { "✗ " };
        Some(view! {
            <span class="verify__sign" aria-hidden="true">
                {sign}
            </span>
            {verdict.to_string()}
        })
    });
    let is_sound = move || verdict.get().map(|verdict| verdict.is_sound().to_string());
    view! {
        <div class="verify">
            <button class="quiet-button" type="button" on:click=check>
                {say::PROOF_VERIFY.text()}
            </button>
            <p class="verify__verdict" role="status" data-sound=dynamic(is_sound)>
                {said}
            </p>
        </div>
    }
}

/// `line 15, bytes 1,037 to 1,153`: from the first byte of the content to one past its last.
fn place(statement: &DocumentStatement) -> String {
    let number = |n: u32| words::number(n as usize);
    let line = number(statement.line);
    match statement.content.first().zip(statement.content.last()) {
        Some((first, last)) => {
            let [start, end] = [first.published.start, last.published.end].map(number);
            say::PROOF_BYTES.fill([&line, &start, &end])
        }
        None => say::PROOF_LINE.fill([&line]),
    }
}

#[cfg(test)]
mod tests {
    use communique_engine::Engine;
    use communique_index::fixture::{Said, corpus};
    use communique_index::{DocumentIdx, pack};

    use super::*;

    #[test]
    fn a_place_is_a_line_and_bytes_of_the_file() {
        let corpus = corpus(&[Said::new("a.txt", "ada", "no"), Said::new("a.txt", "ada", "yes")]);
        let engine = Engine::open(pack::write(&corpus)).expect("a sound pack");
        let page = engine.document(DocumentIdx(0));
        assert_eq!(place(&page.statements[0]), "line 1, bytes 9 to 11");
        assert_eq!(place(&page.statements[1]), "line 2, bytes 21 to 24");
    }
}

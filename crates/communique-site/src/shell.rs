//! The front page's HTML: what it names, and what is put into it.
//!
//! Trunk writes it minified, so it is read and changed by an HTML rewriter (`lol_html`), never by looking for
//! words in it.

use std::borrow::Cow;
use std::cell::RefCell;

use lol_html::errors::RewritingError;
use lol_html::html_content::ContentType;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};

use crate::files::Files;
use crate::page::INDEX;
use crate::pages::Front;

/// What the other pages share with the front page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shell {
    /// Paths of style sheets, in order.
    pub(crate) styles: Vec<String>,
    /// Paths of icons.
    pub(crate) icons: Vec<String>,
    /// The content security policy.
    pub(crate) policy: String,
}

impl Shell {
    /// Reads the front page among `files`.
    pub(crate) fn read(files: &Files) -> Self {
        let shell = RefCell::new(Shell::default());
        let path =
            |href: Option<String>| href.unwrap_or_default().trim_start_matches("./").to_owned();
        rewritten(
            files.text(INDEX).unwrap_or_default(),
            vec![
                element!("link[rel=stylesheet]", |link| {
                    shell.borrow_mut().styles.push(path(link.get_attribute("href")));
                    Ok(())
                }),
                element!("link[rel=icon]", |link| {
                    shell.borrow_mut().icons.push(path(link.get_attribute("href")));
                    Ok(())
                }),
                element!("meta[http-equiv=Content-Security-Policy]", |meta| {
                    shell.borrow_mut().policy = meta.get_attribute("content").unwrap_or_default();
                    Ok(())
                }),
            ],
        );
        shell.into_inner()
    }

    /// Puts `front` into the front page among `files`.
    pub(crate) fn fill(&self, files: &mut Files, front: &Front) {
        let html = rewritten(
            files.text(INDEX).unwrap_or_default(),
            vec![
                element!("head", |head| {
                    head.append(&front.head, ContentType::Html);
                    Ok(())
                }),
                element!("title", |title| {
                    title.set_inner_content(&front.title, ContentType::Text);
                    Ok(())
                }),
                element!("meta[name=description]", |meta| {
                    Ok(meta.set_attribute("content", &front.description)?)
                }),
                element!("#overview", |overview| {
                    overview.set_inner_content(&front.overview, ContentType::Html);
                    Ok(())
                }),
                element!("template#start", |start| {
                    start.set_inner_content(&front.start, ContentType::Html);
                    for (tag, other) in &front.other_starts {
                        let template = format!("<template id=start-{tag}>{other}</template>");
                        start.after(&template, ContentType::Html);
                    }
                    Ok(())
                }),
            ],
        );
        files.insert(INDEX, html);
    }
}

/// What is done to the elements that a selector selects.
pub(crate) type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);

/// `html` after `handlers`, which cannot fail.
pub(crate) fn rewritten(html: &str, handlers: Vec<Handler<'_>>) -> String {
    try_rewritten(html, handlers).expect("only a handler can fail, and ours set what can be set")
}

/// `html` after `handlers`.
///
/// # Errors
/// If one of them fails.
pub(crate) fn try_rewritten(
    html: &str,
    handlers: Vec<Handler<'_>>,
) -> Result<String, RewritingError> {
    let settings = RewriteStrSettings {
        element_content_handlers: handlers,
        strict: false,
        ..RewriteStrSettings::new()
    };
    rewrite_str(html, settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As Trunk minifies it.
    const HTML: &str = "<!doctype html><html lang=en><meta charset=utf-8><meta content=\"default-src 'none'\" \
        http-equiv=Content-Security-Policy><title>Communiqué</title><meta content=\"What?\" name=description>\
        <link href=./icon-1.svg rel=icon><link href=./a-1.css integrity=sha384-x rel=stylesheet>\
        <link href=./b-2.css rel=stylesheet></head><body><main><section class=overview id=overview></section></main><template id=start></template>";

    fn page() -> Files {
        [(INDEX, HTML)].into_iter().collect()
    }

    #[test]
    fn what_the_front_page_names_is_read() {
        let shell = Shell {
            styles: vec!["a-1.css".into(), "b-2.css".into()],
            icons: vec!["icon-1.svg".into()],
            policy: "default-src 'none'".into(),
        };
        assert_eq!(Shell::read(&page()), shell);
    }

    #[test]
    fn text_goes_in_as_text_and_markup_as_markup() {
        let mut files = page();
        let front = Front {
            title: "</title><script>".into(),
            description: "\"><script>".into(),
            head: "<meta property=og:type content=website>".into(),
            overview: "<h2>Talks</h2>".into(),
            start: "<p>Begin</p>".into(),
            other_starts: vec![("fa", "<p>آغاز</p>".into())],
        };
        Shell::default().fill(&mut files, &front);
        let html = files.text(INDEX).unwrap();
        assert!(html.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"), "{html}");
        assert!(html.contains("content=\"&quot;><script>\""), "{html}");
        assert!(html.contains("id=overview><h2>Talks</h2></section>"), "{html}");
        let starts = "<template id=start><p>Begin</p></template><template id=start-fa><p>آغاز</p></template>";
        assert!(html.contains(starts), "{html}");
    }
}

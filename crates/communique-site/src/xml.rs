//! XML in a few words, over `quick-xml`'s writer, which escapes text and attributes.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// A document in the making.
pub(crate) struct Xml(Writer<Vec<u8>>);

/// Attributes with their values.
type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// One with `root` around what `fill` writes.
    pub(crate) fn document(
        root: &str,
        attributes: Attributes<'_>,
        fill: impl FnOnce(&mut Xml),
    ) -> Vec<u8> {
        let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.within(root, attributes, fill);
        let mut bytes = xml.0.into_inner();
        bytes.push(b'\n');
        bytes
    }

    /// An element around what `fill` writes.
    pub(crate) fn within(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        fill: impl FnOnce(&mut Xml),
    ) {
        let start = quick_xml::events::BytesStart::new(name)
            .with_attributes(known(attributes).iter().map(|(key, value)| (*key, value.as_str())));
        self.put(Event::Start(start));
        fill(self);
        self.put(Event::End(quick_xml::events::BytesEnd::new(name)));
    }

    /// An element that holds a text.
    pub(crate) fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.within(name, attributes, |xml| xml.put(Event::Text(BytesText::new(&allowed(text)))));
    }

    /// An element that holds nothing.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        let start = quick_xml::events::BytesStart::new(name)
            .with_attributes(known(attributes).iter().map(|(key, value)| (*key, value.as_str())));
        self.put(Event::Empty(start));
    }

    fn put(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("a vector takes all that is written");
    }
}

fn known<'a>(attributes: Attributes<'a>) -> Vec<(&'a str, String)> {
    attributes.iter().map(|(key, value)| (*key, allowed(value))).collect()
}

/// `text` without the characters that no XML document may hold, not even escaped (XML 1.0, 2.2).
fn allowed(text: &str) -> String {
    let is_allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup_and_never_breaks_the_document() {
        let odd = "<a href=\"x\">&amp; ' ]]> \u{0} \u{b} \u{ffff} 𝔘";
        let xml = Xml::document("root", &[("of", odd)], |xml| xml.text("said", &[], odd));
        let text = String::from_utf8(xml).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        let (mut said, mut of) = (String::new(), String::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(start) => {
                    for attribute in start.attributes() {
                        of = attribute.unwrap().unescape_value().unwrap().into_owned();
                    }
                }
                Event::Text(text) => said += &text.decode().unwrap(),
                Event::GeneralRef(reference) => {
                    said += &format!("&{};", reference.decode().unwrap());
                }
                _ => {}
            }
        }
        let expected = odd.replace(['\u{0}', '\u{b}', '\u{ffff}'], "\u{fffd}");
        let said = quick_xml::escape::unescape(said.trim()).unwrap().into_owned();
        assert_eq!((said, of), (expected.clone(), expected));
    }
}

//! Scripts as they stand inside a document.
//!
//! A file of the disk cannot import another, and in a document nothing can be imported from a script. So the script
//! of a module, as `wasm-bindgen` writes it, offers its functions on `window.communiqueScripts` instead, where
//! `www/start.js` looks first.

/// `script` without what would end its element, or keep it from ending.
///
/// Such words can only stand in a text or a pattern of the script, where a backslash more means the same.
pub(super) fn without_tags(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--").replace("\r\n", "\n")
}

/// `script` with what it exports offered as the module `name`. `None` where it exports no starter, as each that
/// `wasm-bindgen` wrote does.
///
/// Exported are declarations at the beginning of a line, and one list at the end: `export { a, b as default };`.
pub(super) fn offered(name: &str, script: &str) -> Option<String> {
    let (body, list) = script.rsplit_once("export")?;
    let list = list.trim().strip_prefix('{')?.trim_end_matches(';').strip_suffix('}')?;
    let mut entries: Vec<String> = list.split(',').filter_map(entry).collect();
    let mut offered = String::with_capacity(script.len());
    for line in body.split_inclusive('\n') {
        let declared = line.strip_prefix("export ");
        entries.extend(declared.and_then(declared_name));
        offered.push_str(declared.unwrap_or(line));
    }
    entries.iter().find(|entry| entry.starts_with("default:"))?;
    let entries = entries.join(", ");
    offered
        .push_str(&format!("(window.communiqueScripts ??= {{}})[\"{name}\"] = {{ {entries} }};\n"));
    Some(offered)
}

/// An entry of the list, `a` or `a as b`, as one of an object.
fn entry(entry: &str) -> Option<String> {
    let mut words = entry.split_whitespace();
    let inside = words.next()?;
    Some(format!("{}: {inside}", words.nth(1).unwrap_or(inside)))
}

/// The name in `function name(…` or `class name {`, as an entry of an object.
fn declared_name(declaration: &str) -> Option<String> {
    let name = declaration.split_whitespace().nth(1)?;
    entry(name.split('(').next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_exports_is_offered() {
        let script = "/* x */\nexport class Mounted {\n}\nexport function open(pack) { exports = 1 }\n\
            async function start() {}\nexport { initSync, start as default };\n";
        assert_eq!(
            offered("annex", script).unwrap(),
            "/* x */\nclass Mounted {\n}\nfunction open(pack) { exports = 1 }\nasync function start() {}\n\
             (window.communiqueScripts ??= {})[\"annex\"] = { initSync: initSync, default: start, Mounted: Mounted, open: open };\n"
        );
        let short = "function a(){}export{a as default}";
        assert_eq!(
            offered("x", short).unwrap(),
            "function a(){}(window.communiqueScripts ??= {})[\"x\"] = { default: a };\n"
        );
    }

    #[test]
    fn a_script_without_a_starter_is_none() {
        for script in ["", "export { a };", "export default function () {}", "let a = 1;"] {
            assert_eq!(offered("x", script), None, "{script}");
        }
    }

    #[test]
    fn no_script_ends_its_element() {
        assert_eq!(without_tags("a = '</script><!--'"), "a = '<\\/script><\\!--'");
    }
}

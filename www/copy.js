// Puts texts on the clipboard. A statement goes there with its source in two flavours: plain text, and HTML, which in a
// letter or an article keeps the words apart from whose they are. The browser itself spells that HTML from nodes, so that
// a text stays a text, whatever is in it.

/** An element with a text. */
function element(name, text) {
  const made = document.createElement(name);
  made.append(text);
  return made;
}

/** A statement with its source, as HTML. */
function quoted(words, by, source, link) {
  const quote = element("blockquote", words);
  const place = element("a", source);
  quote.cite = place.href = link;
  return [element("p", by + ":"), quote, element("p", place)].map((part) => part.outerHTML).join("\n");
}

/** Fails where the browser offers no clipboard (an address without TLS), or the reader has not allowed it. */
async function put(words, by, source, link) {
  const { clipboard } = navigator;
  if (!by) return clipboard.writeText(words);
  const text = `${by}: ${words}\n${source}\n${link}`;
  if (!window.ClipboardItem) return clipboard.writeText(text);
  const flavours = { "text/plain": text, "text/html": quoted(words, by, source, link) };
  const blobs = Object.entries(flavours).map(([type, part]) => [type, new Blob([part], { type })]);
  return clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

/** What the page calls to copy `words`, with their source if `by` says whose they are. Tells `settle` whether they are there. */
window.communiqueCopy = (settle, ...parts) => {
  put(...parts).then(
    () => settle(true),
    () => settle(false),
  );
};

// Answers the page's requests from the page itself, in the edition that is one file (crates/communique-site, one_file.rs):
// what www/sw.js is for a site that is kept offline, this is for a file that has nothing beside it.
//
// The scripts of the modules lie in the document as they are. Their wasm, and a long pack, lie in elements that
// no browser runs: gzip in base64, named by the path that the page asks for.

const { content: site } = document.querySelector('meta[name="communique-one-file"]');
// Where the site of this file stands on the web: links to share lead there, since this machine's files are nobody else's.
if (site) window.communiqueSite = site;

/** Characters that are decoded in one go, a multiple of four: a long pack must not hold up the page. */
const PIECE = 1 << 16;

/** The bytes of a text in base64, piece by piece. */
function bytesOf(text) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= text.length) return controller.close();
      const piece = atob(text.slice(at, (at += PIECE)));
      controller.enqueue(Uint8Array.from(piece, (character) => character.charCodeAt(0)));
    },
  });
}

window.fetch = async (address) => {
  const name = new URL(address).pathname.split("/").pop();
  const { textContent, type } = document.querySelector(`script[data-file="${name}"]`);
  // The starter then says that this browser is too old.
  if (!window.DecompressionStream) throw new SyntaxError("no DecompressionStream");
  const body = bytesOf(textContent).pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "content-type": type } });
};

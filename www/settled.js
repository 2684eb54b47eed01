// Says in a sentence how much answers to the view, for whom the page is read aloud: once, when a change has settled. The
// tally itself follows each keystroke, and would never stop talking.

/** For so long nothing changes until a change has settled, in milliseconds. */
const PAUSE = 600;

const status = document.getElementById("settled");
let waiting;

function say() {
  const sentence = document.querySelector("[data-settled]")?.dataset.settled;
  if (sentence) status.textContent = sentence;
}

const changes = new MutationObserver(() => {
  clearTimeout(waiting);
  waiting = setTimeout(say, PAUSE);
});
// The title is the view in words; as much may answer to one view as to the next.
changes.observe(document.querySelector("title"), { childList: true });
changes.observe(document.getElementById("page"), { attributeFilter: ["data-settled"], subtree: true });

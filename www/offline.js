// The offline copy, as the page speaks of it: has www/sw.js keep this edition once the first results are shown, says
// "Available offline" when that is true and no sooner, forgets the copy when asked to, and tells an old tab that a
// new edition is there.
//
// All of it is plain script beside the module, which therefore weighs nothing more. It writes into two elements
// that Leptos leaves alone: `#offline` in the foot of the page, and `#new-edition` of www/index.html.

/** In milliseconds: an hour, for a tab that stays in sight for days. Written so that Trunk can shorten this file. */
const LOOK_EVERY = 60 * 60 * 1000;

const { content: script, dataset } = document.querySelector('meta[name="communique-worker"]');
const { edition } = dataset;
const folder = new URL("./", document.baseURI);
const workers = folder.protocol.startsWith("http") ? navigator.serviceWorker : undefined;

// Where the page's policy demands it, the address of a worker must come from a policy. This one, the only one that the
// page allows, knows one address and never makes markup or script.
const address = new URL(script, folder).href;
const policy = window.trustedTypes?.createPolicy("worker", { createScriptURL: () => address });

/** What the reader wants, for all sites of one origin apart. */
const choice = {
  key: `communique-offline ${folder.pathname}`,
  isOff() {
    try {
      return localStorage.getItem(this.key) === "off";
    } catch {
      return false; // no storage, no choice
    }
  },
  turn(isOff) {
    try {
      if (isOff) localStorage.setItem(this.key, "off");
      else localStorage.removeItem(this.key);
    } catch {
      // Then it holds for this visit.
    }
  },
};

/** The parts of `#offline`, made once so that focus stays on the button; nowhere where the collection could not be opened. */
const text = document.createElement("span");
const button = document.createElement("button");
button.type = "button";
button.className = "quiet-button";
button.onclick = () => (choice.isOff() || !text.textContent ? turnOn() : turnOff());

/** Says in the foot of the page whether it is available offline, with what can be done about it. */
function say(isKept) {
  text.textContent = isKept ? communiqueWord("offline_kept") : "";
  button.textContent = communiqueWord(isKept ? "offline_forget" : "offline_keep");
  // Appended once: moved, the button would lose focus.
  if (!button.isConnected) document.getElementById("offline")?.append(text, button);
}

function turnOn() {
  choice.turn(false);
  return keep();
}

async function turnOff() {
  choice.turn(true);
  say(false);
  const registration = await workers.getRegistration(folder.href);
  // Without one of its own, a folder answers with that of a folder above.
  if (registration?.scope === folder.href) await registration.unregister();
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`communique ${folder.href} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
}

/** Has the worker keep this edition and look after it. Its word on that comes as a message. */
async function keep() {
  try {
    await workers.register(policy?.createScriptURL("") ?? address, { updateViaCache: "none" });
    (await workers.ready).active.postMessage({ edition, language: document.documentElement.lang });
  } catch {
    // A browser may refuse, as in a private window: then the page works as ever, and promises nothing.
  }
}

/** Has the browser look whether a new edition has been published. */
async function look() {
  if (document.visibilityState !== "visible") return;
  const registration = await workers.getRegistration();
  await registration?.update().catch(() => {}); // no network: another time
}

function told({ data }) {
  if (choice.isOff()) return;
  say(data.isKept);
  if (data.edition === edition) return;
  const link = document.createElement("a");
  link.href = "";
  link.textContent = communiqueWord("edition_load");
  document.getElementById("new-edition").replaceChildren(communiqueWord("edition_new"), " ", link);
}

if (workers) {
  workers.onmessage = told;
  addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
  setInterval(look, LOOK_EVERY);
  addEventListener("TrunkApplicationStarted", () => {
    // After the first results: reading comes before keeping.
    const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act));
    whenIdle(() => (choice.isOff() ? say(false) : keep()), { timeout: 2000 });
  });
}

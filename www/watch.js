// Sees to it that a page which cannot start says so. Plain script of the oldest kind: it must also run
// where www/start.js does not even parse.
(function () {
  "use strict";

  // What the collection holds stands in the page for those without scripts. With them the app is there in a moment,
  // and it would only flash; if the app cannot start, it is what remains.
  document.documentElement.setAttribute("data-starting", "");

  // The reader's language, before anything is painted: the one chosen here (www/language.js), else the first of the
  // browser's that the page has. Its words come with www/start.js.
  var root = document.documentElement;
  var wanted = navigator.languages || [];
  try {
    wanted = [localStorage.getItem("communique-language")].concat(wanted);
  } catch (error) {
    // No storage, no choice.
  }
  for (var i = 0; i < wanted.length; i++) {
    var language = /^[a-z]{2}/.exec(wanted[i] || "");
    var words = language && document.querySelector('meta[name="communique-words-' + language[0] + '"]');
    if (words) {
      root.lang = language[0];
      root.dir = words.getAttribute("data-direction");
    }
    if (words || (language && language[0] === "en")) break;
  }

  // What a script says: the text of a key of communique-words.
  window.communiqueWord = function (key) {
    var found = new RegExp("^" + key + " = (.*)$", "m").exec(document.getElementById("words").content.textContent);
    return found ? found[1] : "";
  };

  function show(reason) {
    var loading = document.getElementById("loading");
    var failure = document.getElementById("failure-" + reason);
    if (!loading || !failure) return; // the page has started and took the shell away
    document.documentElement.removeAttribute("data-starting");
    loading.hidden = true;
    document.getElementById("progress").hidden = true;
    failure.hidden = false;
  }

  window.addEventListener("communique-failed", function (event) {
    show(event.detail);
  });
  // A script that is missing fires on its element and does not bubble, hence the capture.
  window.addEventListener(
    "error",
    function (event) {
      if (event.target && event.target.nodeName === "SCRIPT") show("load");
    },
    true
  );
  if (!("noModule" in document.createElement("script")) || typeof WebAssembly !== "object") {
    document.addEventListener("DOMContentLoaded", function () {
      show("browser");
    });
  }
})();

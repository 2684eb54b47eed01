// The choice of a language, in the foot of the page: kept in this browser, and the page is loaded again on the same view.

const KEY = "communique-language"; // www/watch.js reads it

/** English, and every language whose words the page names. */
function languages() {
  const others = document.querySelectorAll('meta[name^="communique-words-"]');
  const named = Array.from(others, ({ name, dataset }) => [name.slice(-2), dataset.name]);
  return [["en", "English"], ...named];
}

function choice([tag, name]) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet-button";
  button.lang = tag;
  button.textContent = name;
  button.setAttribute("aria-pressed", String(document.documentElement.lang === tag));
  button.onclick = () => {
    try {
      localStorage.setItem(KEY, tag);
    } catch {
      return; // no storage, no choice
    }
    location.reload();
  };
  return button;
}

addEventListener("communique-shown", () => {
  document.getElementById("languages")?.append(...languages().map(choice));
});

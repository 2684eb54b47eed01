// Going back leads to where one was: focus returns to the link that was followed from there. The entry of the history
// that is left keeps the id of what is around that link, and where it leads.
addEventListener(
  "click",
  ({ target }) => {
    const link = target.closest("a[href]");
    const around = link?.closest("[id]");
    if (around) history.replaceState({ around: around.id, href: link.getAttribute("href") }, "");
  },
  true,
);

addEventListener("popstate", ({ state }) => {
  if (!state) return;
  // By then the page shows the view that was gone back to.
  requestAnimationFrame(() => {
    const links = document.getElementById(state.around)?.querySelectorAll("a[href]") ?? [];
    [...links].find((link) => link.getAttribute("href") === state.href)?.focus({ preventScroll: true });
  });
});

// Going back leads to where one was: focus returns to the link that was followed from there, and that stands where it stood
// on the screen. The entry of the history that is left keeps the id of what is around the link, where it leads, and its place.
addEventListener(
  "click",
  ({ target }) => {
    const link = target.closest("a[href]");
    const around = link?.closest("[id]")?.id;
    const { top } = link?.getBoundingClientRect() ?? {};
    if (around) history.replaceState({ around, href: link.getAttribute("href"), top }, "");
  },
  true,
);

addEventListener("popstate", ({ state }) => {
  if (!state) return;
  // By then the page shows the view that was gone back to. The browser itself goes by heights that may be others now.
  requestAnimationFrame(() => {
    const links = document.getElementById(state.around)?.querySelectorAll("a[href]") ?? [];
    const link = [...links].find((link) => link.getAttribute("href") === state.href);
    if (!link) return;
    link.focus({ preventScroll: true });
    scrollBy(0, link.getBoundingClientRect().top - state.top);
  });
});

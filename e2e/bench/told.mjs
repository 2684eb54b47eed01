// How a bench learns of what it times.

/**
 * Waits until the page says `text` on its console. To ask the page instead is to run a script of the tool's own in it while
 * it opens, 10 ms of the time that is measured.
 */
export const told = (page, text, timeout) =>
  page.waitForEvent('console', { predicate: (message) => message.text() === text, timeout });

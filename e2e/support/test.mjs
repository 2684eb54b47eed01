// The `test` of all stories. Each gets a fresh profile, and ends with an empty console, no request to another host
// and nothing that the page's policy forbids. A story about a failure names the messages that the
// browser itself then writes.
import { test as base, expect } from '@playwright/test';

export { expect };

export const test = base.extend({
  /** Console messages that belong to the story; as a rule none. */
  expectedMessages: [/$^/, { option: true }],

  /** What the story does against the page's policy; as a rule nothing. */
  expectedViolations: [/$^/, { option: true }],

  watched: [
    async ({ context, baseURL, expectedMessages, expectedViolations }, use) => {
      const messages = [];
      const strangers = [];
      const violations = [];
      const host = new URL(baseURL).host;
      context.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
      context.on('weberror', (error) => messages.push(`uncaught: ${error.error()}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.host !== host) strangers.push(request.url());
      });
      await context.exposeBinding('noteViolation', (_, text) => violations.push(text));
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
          window.noteViolation([effectiveDirective, blockedURI, sample].join(' ')),
        );
      });
      await use();
      const unexpected = messages.filter((message) => !expectedMessages.test(message));
      expect(unexpected, 'the console stays empty').toEqual([]);
      const forbidden = violations.filter((violation) => !expectedViolations.test(violation));
      expect(forbidden, 'the policy forbids nothing that the page does').toEqual([]);
      expect(strangers, 'no request goes to another host').toEqual([]);
    },
    { auto: true },
  ],
});

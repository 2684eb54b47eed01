// The `test` of all stories. Each gets a fresh profile, and ends with an empty console and no request to
// another host. A story about a failure names the messages that the browser itself then writes.
import { test as base, expect } from '@playwright/test';

export { expect };

export const test = base.extend({
  /** Console messages that belong to the story; as a rule none. */
  expectedMessages: [/$^/, { option: true }],

  watched: [
    async ({ context, baseURL, expectedMessages }, use) => {
      const messages = [];
      const strangers = [];
      const host = new URL(baseURL).host;
      context.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
      context.on('weberror', (error) => messages.push(`uncaught: ${error.error()}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.host !== host) strangers.push(request.url());
      });
      await use();
      const unexpected = messages.filter((message) => !expectedMessages.test(message));
      expect(unexpected, 'the console stays empty').toEqual([]);
      expect(strangers, 'no request goes to another host').toEqual([]);
    },
    { auto: true },
  ],
});

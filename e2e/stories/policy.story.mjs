// The page's own policy: what it forbids is forbidden by the browser, not by our care.
import { open } from '../support/page.mjs';
import { expect, test } from '../support/test.mjs';

/** Ways to make a string into markup, script or the address of a script. All must be refused. */
const SINKS = {
  'innerHTML': () => (document.body.innerHTML = '<b>x</b>'),
  'outerHTML': () => (document.querySelector('h1').outerHTML = '<b>x</b>'),
  'insertAdjacentHTML': () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
  'document.write': () => document.write('<b>x</b>'),
  'DOMParser': () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
  'a contextual fragment': () => document.createRange().createContextualFragment('<b>x</b>'),
  'srcdoc': () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
  'the address of a script': () => (document.createElement('script').src = 'start.js'),
  'the text of a script': () => (document.createElement('script').text = '1'),
  'a handler in an attribute': () => document.body.setAttribute('onclick', '1'),
  'the address of a worker': () => new Worker('sw.js'),
  'a string for a timer': () => setTimeout('1'),
  'a policy that makes markup': () => window.trustedTypes.createPolicy('default', { createHTML: (text) => text }),
  'a second policy of the same name': () => window.trustedTypes.createPolicy('worker', {}),
  'a fragment with a handler': () => (document.createElement('template').innerHTML = '<b onclick="1">x</b>'),
  'a fragment with a script': () => {
    document.createElement('template').innerHTML = '<script src="start.js"></script>';
  },
};

test.describe('what the policy forbids', () => {
  test.use({ expectedMessages: /./, expectedViolations: /./ });

  test('no string becomes markup or script, whichever way it tries', async ({ page }) => {
    await open(page);
    for (const [name, sink] of Object.entries(SINKS)) {
      const result = await page.evaluate(sink).then(() => 'done', (error) => error.message);
      expect.soft(result, name).toMatch(/TypeError/);
    }
  });
});

test('static fragments are built as the browser would read them', async ({ page }) => {
  await open(page);
  const built = await page.evaluate(() => {
    const template = document.createElement('template');
    template.innerHTML =
      '<p class="a &quot;b&quot;" hidden>1 &lt; 2 &amp;amp; 3<br><b>4</b></p><svg viewBox="0 0 1 1"><path d="m0 0"></path></svg>';
    const [paragraph, svg] = template.content.children;
    return {
      markup: paragraph.outerHTML + svg.outerHTML,
      text: paragraph.textContent,
      namespaces: [paragraph, svg, svg.firstChild].map((element) => element.namespaceURI.slice(-4)),
    };
  });
  expect(built).toEqual({
    markup:
      '<p class="a &quot;b&quot;" hidden="">1 &lt; 2 &amp;amp; 3<br><b>4</b></p><svg viewBox="0 0 1 1"><path d="m0 0"></path></svg>',
    text: '1 < 2 &amp; 34',
    namespaces: ['html', '/svg', '/svg'],
  });
});

import { article, open, statements } from '../support/page.mjs';
import { required } from '../support/environment.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ baseURL: required('HOSTILE_URL') });

test('markup in articles shows as text in cards, facets and article', async ({ page }) => {
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await open(page);
  await expect(statements(page).filter({ hasText: '<script>document.title' })).toHaveCount(1);
  await expect(statements(page).filter({ hasText: '<img src=x onerror=alert(1)>' })).toHaveCount(1);
  await expect(statements(page).filter({ hasText: 'Peace &amp; quiet &lt;b&gt;' })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'not a heading' })).toHaveCount(0);
  for (const element of ['script:not([src])', 'img', 'b b', 'a[href^="javascript"]', 'svg[onload]', 'i']) {
    await expect(page.locator(`main ${element}`), element).toHaveCount(0);
  }
  await open(page, '?doc=markup.txt');
  await expect(article(page)).toContainText('Minister <script>alert(1)</script> speaks & <b>writes</b>');
  await open(page, '?doc=amp%26amp%3Blt%26lt%3B.txt');
  await expect(article(page)).toContainText('<svg onload=alert(2)>');
  expect(dialogs).toEqual([]);
  await expect(page).not.toHaveTitle('broken');
});

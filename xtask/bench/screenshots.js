// The pictures of README: `node screenshots.js CHROMIUM ADDRESS FOLDER`. They are kept as WebP, a quarter of a PNG.

import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const [executablePath, address, folder] = process.argv.slice(2);

const PICTURES = [
  { name: 'desktop', path: '/demo/english.html', width: 1100, height: 1400 },
  { name: 'phone', path: '/demo/article.html', width: 390, height: 1000, scale: 2 },
  { name: 'arabic', path: '/demo/arabic.html', width: 1100, height: 1400 },
  { name: 'dark', path: '/demo/english.html', width: 1100, height: 1400, scheme: 'dark', to: 'comments' },
];

/** Runs in the page: Chromium has an encoder, Playwright has none. */
async function toWebp(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.naturalWidth,
    height: image.naturalHeight,
  });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.85).split(',')[1];
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] });
try {
  for (const { name, path, width, height, scale = 1, scheme = 'light', to } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: scale,
      colorScheme: scheme,
    });
    await page.goto(address + path);
    await page.waitForFunction(() => document.querySelector('news-article').state === 'ready');
    if (to) {
      // Playwright's selectors look into shadow roots.
      await page.locator(`[part~=${to}]`).evaluate((section) => section.scrollIntoView());
      await page.locator('[part~=comment]').first().waitFor();
    }
    // The picture of the article, and fonts, are painted.
    await page.waitForLoadState('networkidle');
    const png = await page.screenshot();
    const webp = await page.evaluate(toWebp, png.toString('base64'));
    await writeFile(`${folder}/${name}.webp`, Buffer.from(webp, 'base64'));
    await page.close();
  }
} finally {
  await browser.close();
}

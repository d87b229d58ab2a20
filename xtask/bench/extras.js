// Pictures of what few pages have, to be looked at: `node extras.js CHROMIUM ADDRESS FOLDER [STATE…]`. Each state of each extra,
// on a phone, on a desk, in dark, in Arabic, in text of twice the size.

import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const [executablePath, address, folder, ...only] = process.argv.slice(2);

const VIEWS = [
  { name: 'phone', width: 390, language: 'fr' },
  { name: 'desktop', width: 1280, language: 'fr' },
  { name: 'dark', width: 1280, language: 'fr', scheme: 'dark' },
  { name: 'arabic', width: 1280, language: 'ar' },
  { name: 'arabic-phone', width: 390, language: 'ar' },
  { name: 'large', width: 390, language: 'fr', size: '200%' },
  { name: 'large-desktop', width: 1280, language: 'fr', size: '200%' },
];

const WORDS = {
  fr: {
    article: 'long', film: 'Comment tourne une voile rigide : l’explication en trois minutes',
    updates: ['Le vent tourne à l’ouest', 'Le départ est donné', 'Les bateaux quittent le port'],
    text: 'Douze nœuds, avec des rafales à dix-huit : la ligne est franchie par les trente-deux équipages.', author: 'Salma Idrissi',
    corrections: ['La surface de voile est de 1 600 mètres carrés, et non de 1 900.', 'Le nom de l’armateur était mal orthographié.'],
    lists: [['Le matin', 'À 7 heures, l’essentiel du jour.'], ['Le soir', 'Ce que la journée laisse.'], ['La mer', 'Ports, pêche et régates, le vendredi.']],
    tracks: ['Français', 'العربية'], heading: 'Ce qui suit',
  },
  ar: {
    article: 'ar', film: 'كيف تدور القبة: الشرح في ثلاث دقائق',
    updates: ['الريح تتحول إلى الغرب', 'انطلاق السباق', 'القوارب تغادر الميناء'],
    text: 'اثنتا عشرة عقدة مع هبات تصل إلى ثماني عشرة، واجتاز الخط اثنان وثلاثون طاقما.', author: 'سلمى الإدريسي',
    corrections: ['مساحة الشراع 1600 متر مربع لا 1900.', 'كان اسم صاحب السفينة مكتوبا خطأ.'],
    lists: [['الصباح', 'في السابعة، أهم ما في اليوم.'], ['المساء', 'ما تركه النهار.'], ['البحر', 'الموانئ والصيد، كل جمعة.']],
    tracks: ['العربية', 'Français'], heading: 'ما يلي',
  },
};

const updates = ({ updates, text, author }, from) =>
  updates.map((title, at) => ({
    id: from + at, publishedAt: `2026-03-21T${14 + from}:${30 - 10 * at}:00+01:00`, title: at === 2 ? undefined : title, body: text,
    author: at ? undefined : { name: author, url: '/demo/rubrique.html' }, pinned: at < 2,
  }));

const press = (selector) => async (page) => {
  await page.locator(selector).first().click();
};

/** By name: attributes, what the article has besides, what is done, and what is then looked at. */
const STATES = {
  contents: { attributes: 'sections="title byline contents"', at: 'contents' },
  reading: {
    attributes: 'sections="title"', beside: true,
    act: async (page) => {
      await press('[part~=contents-link] >> nth=1')(page);
      await page.evaluate(() => document.activeElement.blur());
    },
  },
  voice: { attributes: 'sections="title byline listen"', at: 'listen' },
  spoken: { attributes: 'sections="title byline listen"', at: 'listen', act: press('[part=listen-play]') },
  recording: { more: () => ({ audio: { src: '/demo/media/corne.mp3' } }), at: 'listen' },
  picture: { attributes: 'lightbox', at: 'image' },
  gallery: {
    attributes: 'lightbox', at: 'figure',
    more: ({ author }, body) => ({
      body: [{ type: 'gallery', caption: author, images: ['port', 'ferry', 'marche'].map((name) => ({ src: `/demo/images/${name}.webp`, width: 1280, height: 720, alt: name, caption: author })) }, ...body],
    }),
  },
  enlarged: { attributes: 'lightbox', act: press('[part=enlarge]') },
  embed: { attributes: 'embeds="click"', at: 'embed' },
  frame: { attributes: 'embeds="click"', at: 'frame', act: press('[part~=embed] a') },
  tracks: {
    more: ({ tracks }, body) => ({
      body: [{ type: 'video', src: '/demo/media/cargo.webm', poster: '/demo/images/voilier-640.webp', duration: 8, tracks: tracks.map((label, at) => ({ src: '/demo/media/cargo.vtt', srclang: at ? 'ar' : 'fr', label, kind: 'subtitles' })) }, ...body],
    }),
    at: 'body',
  },
  live: {
    more: (words) => ({ label: { kind: 'live' }, updates: updates(words, 0), updatesUrl: '/api/to-come' }), at: 'live',
    act: async (page) => page.locator('[part=update-new]').waitFor(),
  },
  shown: {
    more: (words) => ({ label: { kind: 'live' }, updates: updates(words, 0), updatesUrl: '/api/to-come' }), at: 'live',
    act: async (page) => {
      await press('[part=update-new]')(page);
      await page.waitForTimeout(400);
    },
    still: true,
  },
  corrections: {
    more: ({ corrections }) => ({ corrections: corrections.map((text, at) => ({ text, date: at ? undefined : '2026-02-12' })) }), at: 'corrections',
  },
  newsletter: {
    more: ({ lists }) => ({ newsletter: { action: '/api/newsletter', title: undefined, lists: lists.map(([title, description], at) => ({ id: String(at), title, description, selected: !at })) } }),
    at: 'newsletter',
  },
  unchosen: {
    more: ({ lists }) => ({ newsletter: { action: '/api/newsletter', lists: lists.map(([title, description], at) => ({ id: String(at), title, description })) } }),
    at: 'newsletter',
    act: async (page) => {
      await page.locator('[part=newsletter] input[type=email]').fill('salma@example.org');
      await press('[part=newsletter] [part=submit]')(page);
      await page.locator('[part=newsletter] [part=error]').first().waitFor();
    },
  },
  comments: { at: 'comments', act: async (page) => page.locator('[part~=comment]').first().waitFor() },
};

/** Before the page: voices, a clock in which half a minute is soon over, and a voice that goes on. */
function standIns() {
  const voices = ['fr-FR', 'ar-MA'].map((lang) => ({ name: lang, lang, localService: true }));
  const engine = Object.assign(new EventTarget(), { getVoices: () => voices, speak() {}, cancel() {} });
  Object.defineProperty(window, 'speechSynthesis', { value: engine });
  const { setTimeout: set } = window;
  window.setTimeout = (call, ms, ...rest) => set(call, ms > 20_000 && ms < 50_000 ? 300 : ms, ...rest);
}

function show({ attributes, more, article, language, heading, film, beside }) {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.body.className = 'paper';
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/demo/site.css' }));
  document.querySelector('main').innerHTML = `${beside ? '<news-progress></news-progress><news-contents style="position: sticky; top: 1rem; z-index: 1; background: Canvas"></news-contents>' : ''}<news-article ${attributes}></news-article>`;
  const body = [
    ...article.body, { type: 'heading', level: 3, content: [heading] },
    { type: 'embed', provider: 'YouTube', url: 'https://www.youtube.com/watch?v=example0001', title: film },
  ];
  document.querySelector('news-article').article = { ...article, body, ...more };
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] });
await mkdir(folder, { recursive: true });
try {
  for (const [state, { attributes = '', more, at, act, still, beside }] of Object.entries(STATES)) {
    if (only.length && !only.includes(state)) continue;
    for (const { name, width, language, scheme = 'light', size } of VIEWS) {
      const words = WORDS[language];
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
      await page.addInitScript(standIns);
      await page.route('**/api/to-come', (route) => route.fulfill({ json: { updates: [...updates(words, 1), ...updates(words, 0)].map((one, at) => ({ ...one, id: `${one.id}-${at}` })) } }));
      await page.route('https://**', (route) => route.fulfill({ contentType: 'text/html', body: '<body style="margin:0;background:#222;color:#fff">frame' }));
      await page.goto(`${address}/demo/blank.html`);
      if (size) await page.addStyleTag({ content: `:root { font-size: ${size}; }` });
      const article = await (await page.request.get(`${address}/api/articles/${words.article}.json`)).json();
      await page.evaluate(show, { attributes, more: more?.(words, article.body), article, language, heading: words.heading, film: words.film, beside });
      await page.waitForFunction(() => document.querySelector('news-article').state === 'ready');
      const place = at && page.locator(`[part~=${at}]`).first();
      const look = () => place?.evaluate((one) => scrollBy(0, one.getBoundingClientRect().top - 60), undefined, { timeout: 5000 });
      try {
        if (!act) await look();
        await act?.(page);
        if (!still) await look();
        if (!more?.(words, []).updatesUrl) await page.waitForLoadState('networkidle');
        await page.waitForTimeout(200);
      } catch (error) {
        console.log(`${state} ${name}: ${error.message.split('\n')[0]}`);
      }
      await page.screenshot({ path: `${folder}/${state}-${name}.png` });
      await page.close();
    }
  }
} finally {
  await browser.close();
}

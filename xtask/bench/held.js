// Pages that hold their article: the post as HTML, before any script. As `render` writes it, with the element that takes it
// over; the same page with no script at all; and Lit's, as its own renderer for servers writes it.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rendered } from './contenders/lit-server.js';
import { SECTIONS, SOURCE } from './pages.js';

const SCRIPT = /<script\b[^>]*>.*?<\/script>/gs;

/** The pages by name, of WordPress' answer, by the renderer for Node.js in `dist`. */
export async function held(dist, post, origin) {
  const { render } = await import(pathToFileURL(join(dist, 'render.js')));
  const { html, head } = render(post, {
    base: origin + SOURCE,
    page: `${origin}/`,
    assets: '/dist/',
    lang: 'fr',
    attr: { 'data-article': true, sections: SECTIONS, 'newsletter-action': '/newsletter' },
  });
  return {
    rendered: { head, element: html },
    page: { head: head.replace(SCRIPT, ''), element: html.replace(SCRIPT, '') },
    'lit-ssr': { script: '/built/lit-hydrated.js', element: rendered(post, SOURCE) },
  };
}

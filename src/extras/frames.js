// Another site's content in place: the click that opens it replaces the notice by the site's own frame. Shipped as
// `news-article_frames.js`, for pages that ask for it by the attribute `embeds`. The frame's address is made in Rust
// (src/extras/frame.rs), never of what an article sent.

import { own } from '../element/own.js';
import { adopt } from './style.js';

const page = own(document);

const STYLE = `
[part~='frame'] { display: block; inline-size: 100%; margin-inline: auto; border: 0; background: #fff; color-scheme: light; }
@media print { [part~='frame'] { display: none; } [part~='embed'][hidden] { display: block !important; } }
`;

/** What a frame may do: its own scripts and storage, what it opens, and nothing to the page around. */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation allow-forms';
/** The heights that a frame may ask for, in pixels. */
const LOWEST = 60;
const HIGHEST = 3000;

export function start({ root, options: { frames }, signal }) {
  adopt(root, STYLE);
  for (const frame of frames) offer(frame, signal);
}

function offer({ link, src, show, title, width, height, tellsHeight }, signal) {
  const box = link.closest('[part~=embed]');
  const says = link.textContent;
  const listening = new AbortController();
  signal.addEventListener('abort', () => listening.abort());
  link.textContent = show;
  link.classList.add('button');
  link.removeAttribute('target');
  link.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open();
  }, { signal: listening.signal });

  /** The page refuses the frame: from now on it is the link that it was. */
  const stay = (frame) => {
    listening.abort();
    frame?.remove();
    box.hidden = false;
    link.textContent = says;
    link.classList.remove('button');
    link.target = '_blank';
    link.focus({ preventScroll: true });
  };

  const open = () => {
    const frame = page.createElement('iframe');
    frame.part = 'frame';
    frame.title = box.querySelector('.strong')?.textContent || title;
    frame.setAttribute('sandbox', SANDBOX);
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.allow = 'fullscreen; encrypted-media; picture-in-picture; autoplay';
    frame.allowFullscreen = true;
    if (width) frame.style.maxInlineSize = `${width}px`;
    if (height) frame.style.blockSize = `${height}px`;
    else frame.style.aspectRatio = '16 / 9';
    const refusal = new AbortController();
    signal.addEventListener('abort', () => refusal.abort());
    const { origin } = new URL(src);
    page.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
      if (disposition !== 'enforce' || !/^(frame|child|default)-src/.test(effectiveDirective) || !(blockedURI === origin || blockedURI.startsWith(`${origin}/`) || blockedURI === src)) return;
      refusal.abort();
      stay(frame);
    }, { signal: refusal.signal });
    if (tellsHeight) {
      addEventListener('message', ({ source, origin: from, data }) => {
        if (source !== frame.contentWindow || from !== origin) return;
        const told = Object.values(data?.['datawrapper-height'] ?? {}).map(Number).find((one) => one >= LOWEST && one <= HIGHEST);
        if (told) frame.style.blockSize = `${told}px`;
      }, { signal });
    }
    frame.src = src;
    box.after(frame);
    box.hidden = true;
    frame.focus({ preventScroll: true });
  };
}

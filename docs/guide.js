// Makes the guide's examples live: each is the text that is shown, so that none can be wrong without showing it.

for (const shown of document.querySelectorAll('pre[data-style], pre[data-script], pre[data-live]')) {
  shown.tabIndex = 0;
  shown.setAttribute('role', 'region');
  shown.setAttribute('aria-label', 'Example');
  const text = shown.textContent;
  if ('style' in shown.dataset) {
    document.head.append(Object.assign(document.createElement('style'), { textContent: text }));
  } else if ('script' in shown.dataset) {
    document.head.append(Object.assign(document.createElement('script'), { textContent: `{${text}}` }));
  } else {
    const live = Object.assign(document.createElement('div'), { className: 'live', innerHTML: text });
    live.dataset.state = shown.dataset.state ?? 'ready';
    shown.after(live);
  }
}

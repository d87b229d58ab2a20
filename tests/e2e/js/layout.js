// What is broken in the layout, as sentences: boxes over one another, text over text or under a control, text that is cut or
// leaves the element.
function layoutFaults() {
  const faults = [];
  const brief = (node) => `${node.localName}[${node.part}] ${tidy(node.textContent).slice(0, 40)}`;
  const apart = (node) => node.closest('.aside');
  const host = el.getBoundingClientRect();
  // Scrolled strips show a part of what they hold.
  const strip = (node) => node.closest('[part=related-list], .scroll, pre');

  // Boxes that follow one another stand below one another.
  for (const parent of root.querySelectorAll('article, article > header, [part=body], form:not(.row), [part=field]')) {
    const boxes = [...parent.children].flatMap((node) => node.localName === 'slot' ? [...node.children] : [node])
      .filter((node) => shown(node) && !node.matches('.aside, hr') && node.getBoundingClientRect().height && getComputedStyle(node).display !== 'inline');
    for (const [index, node] of boxes.entries()) {
      const before = boxes[index - 1];
      if (!before) continue;
      const [upper, lower] = [before.getBoundingClientRect(), node.getBoundingClientRect()];
      const beside = upper.right <= lower.left + 1 || lower.right <= upper.left + 1;
      if (!beside && lower.top < upper.bottom - 1) faults.push(`${brief(node)} over ${brief(before)}`);
    }
  }

  // Lines of text, without the room above and below that fonts claim.
  const lines = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || !shown(parent) || apart(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 2) continue;
      const inset = (bottom - top) * .3;
      lines.push({ text, parent, left: left + 1, right: right - 1, top: top + inset, bottom: bottom - inset });
      if (!strip(parent) && (left < host.left - 1 || right > host.right + 1)) faults.push(`outside: ${brief(parent)}`);
    }
  }
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const [index, line] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (line.text !== other.text && meet(line, other)) faults.push(`text over text: ${brief(line.parent)} and ${brief(other.parent)}`);
    }
  }
  const controls = [...root.querySelectorAll('button, input, textarea, [part~=share-button]')].filter((node) => shown(node) && !apart(node));
  for (const [index, control] of controls.entries()) {
    const box = control.getBoundingClientRect();
    for (const line of lines) {
      if (!control.contains(line.parent) && meet(line, box)) faults.push(`text under a control: ${brief(line.parent)} and ${brief(control)}`);
    }
    for (const other of controls.slice(index + 1)) {
      if (meet(box, other.getBoundingClientRect())) faults.push(`control over control: ${brief(control)} and ${brief(other)}`);
    }
  }

  // What hides its overflow has none to hide, and what does not hide it neither.
  for (const node of root.querySelectorAll('[part=base] > div *')) {
    if (!(node instanceof HTMLElement) || !shown(node) || apart(node) || node.matches('.picture, textarea, input, [part=related-list]') || node.closest('.scroll, pre')) continue;
    const style = getComputedStyle(node);
    if (style.display === 'inline' || !node.clientWidth) continue;
    const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (node.scrollWidth > node.clientWidth + 1 && !node.querySelector('.aside, [part=related-list]')) faults.push(`too wide: ${brief(node)}`);
    if (hides && node.scrollHeight > node.clientHeight + 1) faults.push(`cut: ${brief(node)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  return [...new Set(faults)];
}

/** The same under a style of the test's own. */
function layoutFaultsWith(style) {
  broken.replaceSync(style);
  return layoutFaults();
}

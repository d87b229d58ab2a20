// Steps of accessibility.rs.

/** The page's colours are those of a scheme. */
function setScheme(scheme) {
  document.documentElement.style.colorScheme = scheme;
  document.body.style.background = 'Canvas';
  document.body.style.color = 'CanvasText';
}

/** The text has this size, and the page the width of a narrow phone. */
function makePhone(size) {
  document.documentElement.style.fontSize = size;
  Object.assign(document.querySelector('#phone').style, { width: '320px', margin: '0' });
}

/** The elements that are wider than the phone, except those that scroll. */
function whatIsTooWide() {
  const phone = document.querySelector('#phone').getBoundingClientRect();
  const nodes = [...root.querySelectorAll('[part=base] *')].filter(shown);
  return nodes
    .filter((node) => !node.closest('[part=related-list], .scroll, pre, .aside'))
    .filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width && (box.right > phone.right + 1 || box.left < phone.left - 1);
    })
    .map((node) => node.parentNode.outerHTML.slice(0, 120));
}

/** The controls that are too small for a finger (WCAG 2.2, 2.5.8; links inside a sentence are exempt). */
function whatIsTooSmall() {
  const controls = 'button, input:not([type=hidden]), textarea, [part~=share-button], [part=tags] a, [part=social] a';
  return [...root.querySelectorAll(controls)]
    .filter((node) => shown(node) && !node.closest('.aside'))
    .filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width < 24 || box.height < 24;
    })
    .map((node) => node.outerHTML.slice(0, 80));
}

/** The names of the links around pictures. */
function namesOfPictureLinks() {
  const links = $$('figure').flatMap((figure) => [...figure.querySelectorAll(':scope > a')]);
  return links.map((link) => link.ariaLabel ?? link.getAttribute('aria-label'));
}

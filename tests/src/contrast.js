// Which texts and controls are too faint against what is painted behind them, by the styles of all that they stand in.

const CONTROLS = 'input, textarea, select';
/** The element around a node as it is shown: its slot, its parent, or the host of its shadow root. */
const around = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
/** Colours painted over one another, as the browser mixes them, whatever they are written in. */
const mixed = (colours) => {
  canvas.globalAlpha = 1;
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, 1, 1);
  for (const { colour, alpha = 1 } of colours) {
    canvas.globalAlpha = alpha;
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
  }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const luminance = (colour) => {
  const [red, green, blue] = colour.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** What is painted behind a node, itself included, from the page up; and how opaque it all is. */
function behind(node) {
  const colours = [];
  let opacity = 1;
  let top = node;
  for (let at = node; at; at = around(at)) {
    const style = getComputedStyle(at);
    colours.unshift({ colour: style.backgroundColor });
    opacity *= Number(style.opacity);
    top = at;
  }
  const isDark = getComputedStyle(top).colorScheme === 'dark' || (/dark/.test(getComputedStyle(top).colorScheme) && matchMedia('(prefers-color-scheme: dark)').matches);
  return { colours: [{ colour: isDark ? '#121212' : '#fff' }, ...colours], opacity };
}

/** How a colour stands out from what is behind a node. */
function contrast(colour, node) {
  const { colours, opacity } = behind(node);
  return ratio(mixed([...colours, { colour, alpha: opacity }]), mixed(colours));
}

const isShown = (node) => {
  const { width, height } = node.getBoundingClientRect();
  return width > 1 && height > 1 && (node.checkVisibility?.({ checkVisibilityCSS: true }) ?? true) && getComputedStyle(node).clipPath === 'none';
};

/** All elements in some others, shadow roots included. */
const within = (roots) =>
  roots.flatMap((root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within([one.shadowRoot]) : [])]));

/** What is too faint in what a selector names, as sentences. What is around may be no better: then that is enough. */
function faint(selector) {
  const roots = [...document.querySelectorAll(selector)];
  const page = Math.min(...roots.map((root) => contrast(getComputedStyle(root.parentElement).color, root.parentElement)));
  const told = [];
  const tell = (node, what, is, least) => {
    if (is + 0.05 < Math.min(least, page)) told.push(`${what} of ${node.getAttribute('part') || node.getAttribute('class') || node.localName}: ${is.toFixed(2)}`);
  };
  // Disabled controls may be faint.
  const isOff = (node) => node.closest('[aria-disabled=true], :disabled');
  for (const node of [...roots, ...within(roots)].filter((one) => isShown(one) && !isOff(one))) {
    const style = getComputedStyle(node);
    const says = [...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim());
    if (says) {
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      tell(node, `“${node.textContent.trim().slice(0, 20)}”`, contrast(style.color, node), isLarge ? 3 : 4.5);
    }
    if (node.localName === 'svg') tell(node, 'sign', contrast(style.color, node.parentElement ?? around(node)), 3);
    if (node.matches(CONTROLS) && !/checkbox|radio|hidden/.test(node.type)) {
      const outside = around(node);
      const edge = Number.parseFloat(style.borderTopWidth) > 0 ? contrast(style.borderTopColor, outside) : 1;
      tell(node, 'edge', Math.max(edge, contrast(style.backgroundColor, outside)), 3);
    }
  }
  return [...new Set(told)];
}

// Steps of reader.rs: what a reader sees with a keyboard, on paper, or when they come back.

/** The links of cards that are wholly in view whose focus ring, once they have it, is cut by the row. */
async function ringsCut() {
  const list = $('related-list');
  const { left, top, right, bottom } = list.getBoundingClientRect();
  const cut = [];
  for (const link of list.querySelectorAll('a')) {
    const card = link.closest('[part=related-item]').getBoundingClientRect();
    if (card.left < left - 1 || card.right > right + 1) continue;
    link.focus({ focusVisible: true });
    await painted();
    const { outlineWidth, outlineOffset } = getComputedStyle(link);
    const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    // A headline of several lines has a ring around each.
    for (const box of link.getClientRects()) {
      const outside = [left - (box.left - ring), top - (box.top - ring), box.right + ring - right, box.bottom + ring - bottom];
      if (!ring || outside.some((by) => by > 0.5)) cut.push([link.textContent, ring, ...outside]);
    }
  }
  return cut;
}

/** The parts whose text cannot be read on the background that the element itself draws. */
function faintOnOwnBackground(parts) {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return parts.filter((part) => {
    const node = $(part);
    let behind = node;
    while (behind && /^rgba\(.*, 0\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    if (!node || !behind) return true;
    const [one, other] = [node, behind].map((at, place) => luminance(getComputedStyle(at)[place ? 'backgroundColor' : 'color']));
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return contrast < 4.5 || other < 0.8;
  });
}

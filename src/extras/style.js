// The style of what few pages have comes with its code. (That of the rest is in style/, for every page.)

const sheets = new Map();

/** Adds a sheet to a shadow root, once. */
export function adopt(root, css) {
  if ('adoptedStyleSheets' in root && window.CSSStyleSheet?.prototype.replaceSync) {
    let sheet = sheets.get(css);
    if (!sheet) {
      sheets.set(css, (sheet = new CSSStyleSheet()));
      sheet.replaceSync(css);
    }
    if (![...root.adoptedStyleSheets].includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } else if (![...root.querySelectorAll('style')].some((one) => one.textContent === css)) {
    const style = document.createElement('style'); // Safari before 16.4
    style.textContent = css;
    root.append(style);
  }
}

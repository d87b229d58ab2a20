// Steps of renewal.rs.

/** Writes down the events of a load, and what is said to those who do not see it. */
function watch() {
  record(LOADING);
  window.said = [];
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const status = target.closest?.('[role=status]') ?? target.parentElement?.closest('[role=status]');
      if (status?.textContent) said.push(status.textContent);
    }
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
}

/** Sets a field of any form, as a reader does. */
function set(name, value) {
  const field = root.querySelector(`[name=${name}]`);
  field[field.type === 'checkbox' ? 'checked' : 'value'] = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Moves the carousel, and waits until it has come to rest. */
async function moveCarousel() {
  $('related').scrollIntoView();
  $('related-next').click();
  await found(() => $('related-list').scrollLeft > 50);
  await atRest($('related-list'));
}

/** Takes a place in the article, with a selection in a field. */
function takePlace() {
  const field = root.querySelector('[name=body]');
  field.focus();
  field.setSelectionRange(3, 5);
  $$('paragraph')[20].scrollIntoView();
  window.stood = $('title');
  window.place = $('related-list').scrollLeft;
  window.y = scrollY;
}

/** Reads the article again, and waits for the end of it. */
async function reloaded() {
  const ended = once(el, 'loadend');
  el.reload();
  await ended;
}

/** Goes to a field of the page's own. */
function focusOwn() {
  document.querySelector('main').insertAdjacentHTML('beforeend', '<input id=own>');
  document.querySelector('#own').focus();
}

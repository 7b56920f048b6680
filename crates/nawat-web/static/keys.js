// Every key stands on its button: pressing it presses the button. Digits belong to the open panel, to the closing
// codes once the end was asked for, or to a list that has the focus; never to a page where nothing was asked.

const root = document.documentElement;

// Under an Arabic layout a key is known by its place: by the Latin letter and digit that are printed on it too.
function printed(event) {
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1];
}

function nameOf(event) {
  const latin = /^[\x21-\x7e]$/.test(event.key);
  const key = event.key.length === 1 ? (latin ? event.key : (printed(event) ?? event.key)).toUpperCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}

function typing(target) {
  return target instanceof HTMLInputElement ? !["checkbox", "radio", "button", "submit"].includes(target.type) : target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

function visible(button) {
  return !button.disabled && button.getClientRects().length > 0;
}

function scopeOfDigits() {
  const panel = document.querySelector("details[open] > .panel");
  if (panel) return panel;
  if (root.dataset.armed) return document.querySelector(`[data-armed-by="${CSS.escape(root.dataset.armed)}"]`);
  // A list of choices has keys of one letter as long as the focus is in it (WCAG 2.2, 2.1.4).
  return document.activeElement?.closest("[data-digits]") ?? null;
}

function find(name) {
  const single = /^[A-Z0-9]$/.test(name);
  const scope = single ? scopeOfDigits() : document;
  if (!scope) return null;
  return [...scope.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].find(visible) ?? null;
}

function disarm() {
  delete root.dataset.armed;
}

function arm(button) {
  const form = document.querySelector(`[data-armed-by="${CSS.escape(button.dataset.arm)}"]`);
  if (!form) return;
  closePanels();
  root.dataset.armed = button.dataset.arm;
  form.focus({ preventScroll: false });
}

function closePanels(but) {
  for (const open of document.querySelectorAll("details.act[open]")) if (open !== but) open.open = false;
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey) return;
  if (event.key === "Escape") {
    const open = document.querySelector("details.act[open]");
    if (open) open.querySelector("summary").focus();
    else if (!root.dataset.armed) find("Escape")?.click();
    closePanels();
    disarm();
    return;
  }
  const name = nameOf(event);
  if (typing(event.target) && (name.length === 1 || name === "Ctrl+Z")) return;
  const button = find(name);
  if (!button) {
    // F5 at a desk must not throw the page away by accident.
    if (/^F([2-9]|10|11)$/.test(name)) event.preventDefault();
    return;
  }
  event.preventDefault();
  if (event.repeat) return;
  if (button instanceof HTMLInputElement) button.focus();
  else button.click();
});

document.addEventListener("click", (event) => {
  const armed = event.target.closest("[data-arm]");
  if (armed) {
    event.preventDefault();
    arm(armed);
    return;
  }
  if (!event.target.closest("[data-armed-by]")) disarm();
  if (!event.target.closest("details.act")) closePanels();
});

document.addEventListener(
  "toggle",
  (event) => {
    if (!(event.target instanceof HTMLDetailsElement) || !event.target.open) return;
    closePanels(event.target);
    disarm();
    event.target.querySelector(".panel button:not([type=hidden]), .panel input:not([type=hidden]), .panel select")?.focus();
  },
  true,
);

document.addEventListener("submit", disarm);

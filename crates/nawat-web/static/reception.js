// The reception's comforts: the list of services has the focus, so that its keys work at once, and what is to be
// printed prints by a key. Without this every press is a link or a plain form.

function focusList() {
  const list = document.querySelector("[data-digits]");
  const free = !document.activeElement || document.activeElement === document.body;
  if (list && free && !location.hash) list.focus({ preventScroll: true });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A mistake is told first, beside its field.
const wrong = document.querySelector("[aria-invalid]");
if (wrong) wrong.focus();
else focusList();
document.addEventListener("nawat:page", focusList);

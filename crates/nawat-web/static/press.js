// A press at a desk without a new page: the form is sent, and the answer's live region and notice take the
// place of the old ones. If anything goes wrong the browser sends the form in the ordinary way.
import { morph } from "./morph.js";
import { setClock } from "./hall_clock.js";

let busy = false;

/** Says what the server's page of refusal says, where notices stand. */
function refuse(page) {
  const notice = document.querySelector("[data-notice]");
  const problem = page.querySelector(".problem");
  if (!notice || !problem) return location.reload();
  const words = document.createElement("p");
  words.className = "notice late";
  words.textContent = [problem.querySelector("h1"), ...problem.querySelectorAll("dd")].map((part) => part?.textContent ?? "").join(" · ");
  notice.replaceChildren(words);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.closest("[data-live]") || event.defaultPrevented) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  const region = form.closest("[data-live]");
  region.setAttribute("aria-busy", "true");
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "text/html" }, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-live]");
    if (!fresh || fresh.dataset.live !== region.dataset.live) {
      if (answer.redirected) location.assign(answer.url);
      else refuse(page);
      return;
    }
    for (const open of region.querySelectorAll("details[open]")) open.open = false;
    morph(region, fresh.innerHTML);
    for (const box of region.querySelectorAll("form input[type=checkbox], form input[type=radio]")) box.checked = box.defaultChecked;
    setClock(Number(page.body.dataset.now));
    const notice = document.querySelector("[data-notice]");
    const said = page.querySelector("[data-notice]");
    if (notice && said) notice.innerHTML = said.innerHTML;
    if (!region.contains(document.activeElement)) region.querySelector(".btn.big")?.focus({ preventScroll: true });
    region.dispatchEvent(new CustomEvent("nawat:page", { bubbles: true }));
  } catch {
    // Sent or not is unknown: the key in the form keeps the second sending from being a second command.
    if (event.submitter?.name) {
      const named = document.createElement("input");
      Object.assign(named, { type: "hidden", name: event.submitter.name, value: event.submitter.value });
      form.append(named);
    }
    form.submit();
  } finally {
    busy = false;
    region.removeAttribute("aria-busy");
  }
});

// The kiosk's comforts: it begins anew after a warned, extendable pause, reads itself aloud where the machine
// has a voice, and shows number keys where there is no keyboard. Without this, everything is a plain form.

import { audio, hasClips, lookForClips, say, voiceOf } from "./voice.js";

const IDLE_S = 60;
const WARNED_S = 20;
const MORE_S = 60;

function resetAfterTicket(page) {
  let left = Number(page.dataset.resetAfter);
  const bar = page.querySelector("[data-reset-bar]");
  const more = page.querySelector("[data-reset-stay]");
  more.hidden = false;
  more.addEventListener("click", () => {
    left += MORE_S;
    bar.max = Math.max(bar.max, left);
  });
  setInterval(() => {
    left -= 1;
    bar.value = Math.max(0, left);
    if (left <= 0) location.assign(page.dataset.reset);
  }, 1000);
}

function resetWhenIdle(page) {
  const warning = page.querySelector("[data-reset-warning]");
  const words = warning.querySelector("[data-reset-left]");
  let left = IDLE_S;
  const stay = () => {
    left = IDLE_S;
    warning.hidden = true;
  };
  for (const act of ["pointerdown", "keydown", "input"]) addEventListener(act, stay);
  warning.querySelector("[data-reset-stay]").addEventListener("click", stay);
  setInterval(() => {
    left -= 1;
    if (left <= 0) location.assign(page.dataset.idleReset);
    if (left > WARNED_S) return;
    words.textContent = String(Math.max(0, left));
    if (warning.hidden) {
      warning.hidden = false;
      warning.querySelector("[data-reset-stay]").focus();
    }
  }, 1000);
}

function keypad(pad) {
  const field = document.getElementById(pad.dataset.keypad);
  for (const key of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = key;
    button.addEventListener("click", () => {
      field.value = key === "⌫" ? field.value.slice(0, -1) : field.value + key;
    });
    pad.append(button);
  }
  pad.hidden = false;
}

/** Reads the page aloud where the machine has a voice; a ticket's number by the centre's own clips too. */
async function listen(button) {
  const { lang } = document.documentElement;
  const { clips } = button.dataset;
  const show = () => (button.hidden = !voiceOf(lang) && !hasClips(lang, clips));
  window.speechSynthesis?.addEventListener?.("voiceschanged", show);
  button.addEventListener("click", async () => {
    window.speechSynthesis?.cancel();
    await audio()?.resume();
    const byClips = hasClips(lang, clips) && (await say(lang, clips, ""));
    const voice = voiceOf(lang);
    if (!voice) return;
    const parts = document.querySelectorAll(`#main h1, #main h2, #main .tile-name, #main .tile-wait, #main li, #main .number, #main .ahead, #main .offer b`);
    for (const part of parts) {
      if (byClips && part.matches(".number")) continue;
      const words = new SpeechSynthesisUtterance(ownWords(part));
      words.voice = voice;
      words.lang = lang;
      words.rate = 0.9;
      speechSynthesis.speak(words);
    }
  });
  if (clips) await lookForClips();
  show();
}

/** The text of an element without what stands there in the other language. */
function ownWords(element) {
  const copy = element.cloneNode(true);
  for (const other of copy.querySelectorAll("[lang]")) other.remove();
  return copy.textContent.trim();
}

const page = document.querySelector(".kiosk-page");
if (page?.dataset.resetAfter) resetAfterTicket(page);
if (page?.dataset.idleReset) resetWhenIdle(page);
document.querySelectorAll("[data-keypad]").forEach(keypad);
document.querySelectorAll("[data-listen]").forEach(listen);
document.getElementById("mistakes")?.focus();

// Keeps the live region of a page up to date by server-sent events, and says so when it cannot.
import { morph } from "./morph.js";
import { hallNow, hallTimeOfDay, setClock } from "./hall_clock.js";

const SILENCE_MS = 15_000;
// More than a busy browser is ever late.
const SLEPT_MS = 5_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

const region = document.querySelector("[data-live]");
let source = null;
let lastId = "";
let failures = 0;
let silence = 0;
let retry = 0;
let lastWord = hallNow();

function open() {
  close();
  if (!region || document.hidden) return;
  const url = new URL(region.dataset.live, location.href);
  if (lastId) url.searchParams.set("last", lastId);
  source = new EventSource(url);
  source.addEventListener("page", (event) => {
    lastId = event.lastEventId || lastId;
    morph(region, event.data);
    const now = region.querySelector("[data-now]");
    if (now) setClock(Number(now.dataset.now));
    heard();
    region.dispatchEvent(new CustomEvent("nawat:page", { bubbles: true }));
  });
  source.addEventListener("beat", (event) => {
    if (event.data) setClock(Number(event.data));
    heard();
  });
  source.addEventListener("gone", () => location.reload());
  source.onerror = () => {
    // The browser tries again by itself only after some failures; here it always does, more slowly each time.
    close();
    failures += 1;
    retry = setTimeout(open, RETRY_MS[Math.min(failures - 1, RETRY_MS.length - 1)]);
  };
  // Trying again is no word from the centre: silence is counted from the last one.
  if (!silence) expectWord();
}

function close() {
  clearTimeout(retry);
  if (source) source.close();
  source = null;
}

function heard() {
  lastWord = hallNow();
  failures = 0;
  mark(true);
  expectWord();
}

function expectWord() {
  clearTimeout(silence);
  silence = setTimeout(() => {
    silence = 0;
    mark(false);
    open();
  }, SILENCE_MS);
}

function mark(live) {
  for (const since of document.querySelectorAll("[data-since-words]")) {
    since.textContent = since.dataset.sinceWords.replace("{time}", hallTimeOfDay(lastWord));
  }
  document.documentElement.toggleAttribute("data-stale", !live);
  const ofHall = document.querySelector("[data-not-live-hall]");
  for (const banner of document.querySelectorAll(ofHall ? "[data-not-live-hall]" : "[data-not-live]")) {
    banner.hidden = live;
  }
  for (const pill of document.querySelectorAll("[data-live-pill]")) {
    pill.classList.toggle("well", live);
    pill.classList.toggle("late", !live);
    const words = pill.querySelector("[data-live-words]");
    const text = live ? words.dataset.wordsLive : words.dataset.wordsLost;
    if (words.textContent !== text) words.textContent = text;
  }
}

// A machine that slept has an old page and a connection that nobody holds at the other end: it says so at once,
// and asks anew. The device's own clock is read for its jumps alone, never shown.
let before = Date.now();
setInterval(() => {
  const slept = Math.abs(Date.now() - before - 1_000) > SLEPT_MS;
  before = Date.now();
  if (slept && !document.hidden) askAnew();
}, 1_000);
document.addEventListener("resume", askAnew);
addEventListener("online", askAnew);

function askAnew() {
  mark(false);
  open();
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    clearTimeout(silence);
    silence = 0;
    close();
  } else {
    open();
  }
});
// A page that the browser keeps for “back” lets its connection go.
addEventListener("pagehide", close);
addEventListener("pageshow", (event) => {
  if (event.persisted) open();
});
open();

// The hall display: each new call flashes once, chimes, and is spoken in both languages. What was called before
// this page was there, or long ago while it was away, is shown and not spoken.
import { realSince } from "./hall_clock.js";
import { announce, audio, hasClips, isSilent, lookForClips, voiceOf } from "./voice.js";

const TOO_OLD_MS = 60_000;

const seen = new Set([...document.querySelectorAll("[data-call]")].map((call) => call.dataset.call));

function look() {
  const fresh = [...document.querySelectorAll("[data-call]")].filter((call) => !seen.has(call.dataset.call));
  // Oldest first: several calls may have come in one update.
  for (const call of fresh.reverse()) {
    seen.add(call.dataset.call);
    call.classList.remove("flash");
    requestAnimationFrame(() => call.classList.add("flash"));
    // Where nothing can be heard yet nothing is kept for later: it would be wrong by then.
    const old = realSince(Number(call.dataset.called)) > TOO_OLD_MS;
    if (!old && !isSilent()) announce({ ...call.dataset });
  }
  showWhatIsHeard();
}

const button = document.querySelector("[data-sound]");
const chimeOnly = document.querySelector("[data-chime-only]");

/** Says which of the three this screen is: waiting for a press, speaking, or chiming only. */
function showWhatIsHeard() {
  const silent = isSilent();
  button.hidden = !silent || !audio();
  const call = document.querySelector("[data-call]");
  const spoken = ["ar", "en"].some((lang) => {
    const clips = lang === "ar" ? call?.dataset.clipsAr : call?.dataset.clipsEn;
    return voiceOf(lang) || hasClips(lang, clips ?? "ticket");
  });
  chimeOnly.hidden = silent || spoken;
}

audio()?.addEventListener("statechange", showWhatIsHeard);
button.addEventListener("click", () => audio().resume());
window.speechSynthesis?.addEventListener?.("voiceschanged", showWhatIsHeard);
document.addEventListener("nawat:page", look);
await lookForClips();
showWhatIsHeard();

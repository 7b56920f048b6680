// The clock on the wall, and every time that is counted from a moment.
import { hallNow, hallTimeOfDay, minutesSeconds } from "./hall_clock.js";

function tick() {
  for (const face of document.querySelectorAll("[data-clock]")) {
    const text = hallTimeOfDay();
    if (face.textContent !== text) face.textContent = text;
  }
  for (const since of document.querySelectorAll("[data-since]")) {
    since.textContent = minutesSeconds((hallNow() - Number(since.dataset.since)) / 1000);
  }
  for (const ends of document.querySelectorAll("[data-until]")) {
    if (hallNow() > Number(ends.dataset.until)) ends.hidden = true;
  }
}

tick();
setInterval(tick, 500);

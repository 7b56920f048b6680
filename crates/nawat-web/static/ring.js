// Fills the rings of seven arcs as the allotted time passes, and tells once when it is nearly over and over.
import { hallNow, minutesSeconds } from "./hall_clock.js";

const ARCS = 7;
const told = new Map();

function standOf(elapsed, allotted) {
  if (elapsed > allotted) return "late";
  return elapsed * ARCS >= allotted * (ARCS - 1) ? "soon" : "calm";
}

function tick(ring) {
  const { started, spent, allotted } = ring.dataset;
  const all = Number(allotted);
  const elapsed = Math.floor((Number(spent) + Math.max(0, hallNow() - Number(started))) / 1000) * 1000;
  const arc = Math.max(1, all / ARCS);
  ring.querySelectorAll(".ring-fill").forEach((fill, index) => {
    const part = Math.min(100, Math.max(0, ((elapsed - arc * index) / arc) * 100));
    fill.setAttribute("stroke-dasharray", `${part.toFixed(1)} 200`);
    fill.classList.toggle("empty", part === 0);
  });
  const stand = standOf(elapsed, all);
  for (const one of ["calm", "soon", "late"]) ring.classList.toggle(`is-${one}`, one === stand);
  setText(ring.querySelector("[data-ring-time]"), minutesSeconds(elapsed / 1000));
  const words = stand === "late" ? ring.dataset.over.replace("{over}", minutesSeconds((elapsed - all) / 1000)) : ring.dataset.of;
  setText(ring.querySelector("[data-ring-words]"), words);
  tell(ring, stand);
}

function tell(ring, stand) {
  const note = document.querySelector("[data-ring-note]");
  if (!note || stand === "calm") return;
  const key = `${ring.dataset.started}/${ring.dataset.allotted}/${stand}`;
  if (told.has(key)) return;
  told.set(key, true);
  note.textContent = stand === "late" ? ring.dataset.noteLate : ring.dataset.noteSoon;
}

function setText(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

function all() {
  document.querySelectorAll("[data-ring]").forEach(tick);
}

all();
setInterval(all, 250);
document.addEventListener("nawat:page", all);

// Pictures and films beside the calls, one after another. Who asks for less motion sees the first one stand.

const PICTURE_MS = 15_000;

const frame = document.querySelector("[data-beside]");
const still = matchMedia("(prefers-reduced-motion: reduce)");
let shown = -1;
let turn = 0;

async function list() {
  try {
    const answer = await fetch("/media/display.json", { cache: "no-cache" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function film(url, alone) {
  const video = document.createElement("video");
  Object.assign(video, { src: url, muted: true, playsInline: true, loop: alone, tabIndex: -1 });
  video.addEventListener("ended", next);
  video.addEventListener("error", () => wait());
  video.play().catch(() => wait());
  return video;
}

function picture(url) {
  const image = new Image();
  image.alt = "";
  image.src = url;
  wait();
  return image;
}

function wait() {
  clearTimeout(turn);
  turn = setTimeout(next, PICTURE_MS);
}

async function next() {
  clearTimeout(turn);
  if (still.matches || document.hidden) return wait();
  const all = await list();
  // Not reachable: what is there stays.
  if (!all?.length) return wait();
  shown = (shown + 1) % all.length;
  const { url, film: moves } = all[shown];
  const own = frame.firstElementChild;
  if (all.length === 1 && own?.getAttribute("src") === url && !moves) return wait();
  const fresh = moves ? film(url, all.length === 1) : picture(url);
  if (!moves) await fresh.decode().catch(() => {});
  frame.replaceChildren(fresh);
}

if (frame) next();

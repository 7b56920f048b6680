// What is heard: the centre's own clips where they lie there, the browser's own voice where they do not. One
// announcement after the other; none cuts off the one before.

const BREATH_S = 0.25;
const BETWEEN_LANGUAGES_MS = 700;
const LIST_EVERY_MS = 60_000;
const SPEECH_MAX_MS = 12_000;

let context = null;
let list = { chime: null, ar: {}, en: {} };
let listed = -Infinity;
const sounds = new Map();

/** The page's one way to its loudspeaker; null where the browser has none. */
export function audio() {
  try {
    context ??= new (window.AudioContext ?? window.webkitAudioContext)();
  } catch {
    // A screen without sound shows everything all the same.
  }
  return context;
}

/** Whether a press is still needed before anything may be heard. */
export const isSilent = () => audio()?.state !== "running";

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Asks which clips there are; what was recorded meanwhile is heard without loading the page anew. */
export async function lookForClips() {
  if (performance.now() - listed < LIST_EVERY_MS) return;
  try {
    const answer = await fetch("/media/voice.json", { cache: "no-cache" });
    if (answer.ok) {
      list = await answer.json();
      listed = performance.now();
    }
  } catch {
    // Not reachable for the moment: what is known goes on.
  }
}

const names = (clips) => (clips ?? "").split(" ").filter((name) => name && name !== "|");

/** Whether every clip of an announcement lies there. */
export function hasClips(lang, clips) {
  const all = names(clips);
  return all.length > 0 && all.every((name) => list[lang]?.[name]);
}

/** The browser's own voice of a language, if it needs no foreign host. */
export function voiceOf(lang) {
  return window.speechSynthesis?.getVoices().find((voice) => voice.localService && voice.lang.startsWith(lang)) ?? null;
}

function sound(url) {
  if (!sounds.has(url)) {
    const fetched = fetch(url)
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status)))
      .then((bytes) => audio().decodeAudioData(bytes));
    fetched.catch(() => sounds.delete(url));
    sounds.set(url, fetched);
  }
  return sounds.get(url);
}

/** Plays sounds without a gap between them; `null` is a breath. True once all has been heard. */
async function play(urls) {
  const parts = await Promise.all(urls.map((url) => url && sound(url)));
  if (isSilent()) return false;
  let at = context.currentTime + 0.02;
  for (const part of parts) {
    if (part) {
      const source = context.createBufferSource();
      source.buffer = part;
      source.connect(context.destination);
      source.start(at);
    }
    at += part ? part.duration : BREATH_S;
  }
  await wait(Math.max(0, at - context.currentTime) * 1_000);
  return true;
}

function note(at, frequency, length) {
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.type = "sine";
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.4, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + length);
  tone.connect(loudness).connect(context.destination);
  tone.start(at);
  tone.stop(at + length);
}

/** Two notes downwards, from the centre's own clip or made here. */
export async function chime() {
  if (isSilent()) return;
  if (list.chime && (await play([list.chime]).catch(() => false))) return;
  note(context.currentTime, 659.3, 0.7);
  note(context.currentTime + 0.35, 523.3, 0.9);
  await wait(1_200);
}

function speak(lang, text) {
  const voice = voiceOf(lang);
  if (!voice || !text) return Promise.resolve(false);
  return new Promise((done) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = () => done(true);
    words.onerror = () => done(false);
    speechSynthesis.speak(words);
    setTimeout(() => done(false), SPEECH_MAX_MS);
  });
}

/** Says one thing in one language: `clips` where all of them are there, otherwise `text`. */
export async function say(lang, clips, text) {
  if (hasClips(lang, clips)) {
    const urls = clips.split(" ").map((name) => (name === "|" ? null : list[lang][name]));
    if (await play(urls).catch(() => false)) return true;
  }
  return speak(lang, text);
}

const queue = [];
let speaking = false;

/** Announces in both languages, Arabic first, after all that was asked for before. */
export async function announce(call) {
  queue.push(call);
  if (speaking) return;
  speaking = true;
  await lookForClips();
  for (let next = queue.shift(); next; next = queue.shift()) {
    await chime();
    if (await say("ar", next.clipsAr, next.sayAr)) await wait(BETWEEN_LANGUAGES_MS);
    await say("en", next.clipsEn, next.sayEn);
  }
  speaking = false;
}

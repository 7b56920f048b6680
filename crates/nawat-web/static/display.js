// The hall display: each new call flashes once, chimes, and is spoken in both languages. Announcements wait
// for one another; none cuts off the one before.

const seen = new Set([...document.querySelectorAll("[data-call]")].map((call) => call.dataset.call));
const queue = [];
const GAP_MS = 1_000;
let speaking = false;
let audio = null;

function context() {
  audio ??= new (window.AudioContext ?? window.webkitAudioContext)();
  return audio;
}

function note(at, frequency, length) {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.4, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + length);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + length);
}

async function chime() {
  if (context().state !== "running") return;
  const now = audio.currentTime;
  note(now, 659.3, 0.7);
  note(now + 0.35, 523.3, 0.9);
  await wait(1_200);
}

function wait(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

function voiceFor(lang) {
  return window.speechSynthesis?.getVoices().find((voice) => voice.localService && voice.lang.startsWith(lang)) ?? null;
}

function speak(lang, text) {
  const voice = voiceFor(lang);
  if (!voice || !text) return Promise.resolve();
  return new Promise((done) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = done;
    words.onerror = done;
    speechSynthesis.speak(words);
    setTimeout(done, 12_000);
  });
}

async function announce() {
  if (speaking) return;
  speaking = true;
  while (queue.length > 0) {
    const call = queue.shift();
    await chime();
    await speak("ar", call.ar);
    if (voiceFor("en")) await wait(GAP_MS);
    await speak("en", call.en);
  }
  speaking = false;
}

function look() {
  const fresh = [...document.querySelectorAll("[data-call]")].filter((call) => !seen.has(call.dataset.call));
  // Oldest first: several calls may have come in one update.
  for (const call of fresh.reverse()) {
    seen.add(call.dataset.call);
    queue.push({ ar: call.dataset.sayAr, en: call.dataset.sayEn });
    call.classList.remove("flash");
    requestAnimationFrame(() => call.classList.add("flash"));
  }
  announce();
}

const button = document.querySelector("[data-sound]");
if (button) {
  try {
    button.hidden = context().state === "running";
    audio.addEventListener("statechange", () => (button.hidden = audio.state === "running"));
    button.addEventListener("click", () => audio.resume());
  } catch {
    // A screen without sound shows its calls all the same.
  }
}
document.addEventListener("nawat:page", look);

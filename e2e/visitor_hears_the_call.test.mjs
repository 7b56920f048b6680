// A visitor who looks away: each call is chimed and spoken in both languages, from the centre's own clips, one after
// the other.
import assert from "node:assert/strict";
import { cp, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { ownFolder, referenceCentre, run, startDemo } from "./lib/centre.mjs";
import { gone, see, shown, until } from "./lib/conditions.mjs";
import { heard, listenTo, nothingCutOff } from "./lib/ears.mjs";
import { story } from "./lib/story.mjs";

const SPEECH_MS = 60_000;

/** A centre with its clips built; `folder` is where they lie. */
async function centreWithClips(keep) {
  const own = await ownFolder();
  await keep({ stop: own.remove });
  const centre = path.join(own.folder, "centre");
  await cp(referenceCentre, centre, { recursive: true });
  await run("voice", "build", centre);
  const data = path.join(own.folder, "data");
  await mkdir(path.join(data, "reference-centre"), { recursive: true });
  await cp(path.join(centre, "voice"), path.join(data, "reference-centre/voice"), { recursive: true });
  return { data, voice: path.join(centre, "voice") };
}

async function display(open, hall, lang) {
  const page = await open("about:blank", { size: "display" });
  await listenTo(page);
  await page.goto(`${hall.host("display")}/display?lang=${lang}`);
  return page;
}

story("calls are announced one after the other", async ({ lang, keep, open }) => {
  const { data } = await centreWithClips(keep);
  const hall = await keep(startDemo({ data }));
  await hall.told("officer", "POST", "/counters/1/open", {});
  await hall.told("supervisor", "POST", "/counters/2/open", {});
  const before = await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  assert.equal(before.number, "K001");
  await hall.told("officer", "POST", "/counters/1/call-next", {});

  const page = await display(open, hall, lang);
  await see(page.locator(".now-code"), "K001");
  await shown(page.locator("[data-sound]"));
  await page.locator("[data-sound]").click();
  await gone(page.locator("[data-sound]"));
  assert.deepEqual(await heard(page), [], "what was called before the page was there is not spoken");

  // Two calls in one moment, and a repeated one: three announcements, none cut off.
  await hall.told("reception", "POST", "/tickets", { service: "mazaya" });
  await hall.told("supervisor", "POST", "/counters/2/call-next", {});
  await hall.told("officer", "POST", "/counters/1/recall", {});
  const whole = (code, sign) => [
    "chime",
    ...["ar", "en"].flatMap((of) => ["ticket", ...code, "counter", ...sign].map((clip) => `${of}/${clip}`)),
  ];
  const expected = [...whole(["letter-h", "n-1"], ["n-2"]), ...whole(["letter-k", "n-1"], ["n-1"])];
  await until("both calls were spoken", async () => (await heard(page)).length >= expected.length, SPEECH_MS);
  assert.deepEqual(await heard(page), expected);
  assert.ok(await nothingCutOff(page), "no sound began before the one before it had ended");
  assert.equal(await page.locator("[data-chime-only]:visible").count(), 0);

  await page.reload();
  await see(page.locator(".now-code"), "K001");
  assert.deepEqual(await heard(page), [], "loaded anew, it announces nothing old");
});

story("a screen that can only chime says so", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const page = await display(open, hall, lang);
  await page.locator("[data-sound]").click();
  await hall.told("officer", "POST", "/counters/1/open", {});
  await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  await hall.told("officer", "POST", "/counters/1/call-next", {});
  await see(page.locator(".now-code"), "K001");
  const voices = await page.evaluate(() => speechSynthesis.getVoices().filter((voice) => voice.localService).length);
  if (voices === 0) await shown(page.locator("[data-chime-only]"));
});

story("the clips are few, and what somebody recorded stays", async ({ keep }) => {
  const { voice } = await centreWithClips(keep);
  for (const lang of ["ar", "en"]) assert.ok((await readdir(path.join(voice, lang))).length < 110);
}, { only: "ar" });

story("a kiosk says the number of a ticket on request", async ({ lang, keep, open }) => {
  const { data } = await centreWithClips(keep);
  const hall = await keep(startDemo({ data }));
  const kiosk = await open("about:blank", { size: "kiosk" });
  await listenTo(kiosk);
  await kiosk.goto(`${hall.host("kiosk")}/kiosk?lang=${lang}`);
  await kiosk.locator('.tile[href*="queue=2"]').click();
  await kiosk.locator("form.take .btn.go").click();
  await shown(kiosk.locator(".ticket .number"));
  await kiosk.locator("[data-listen]").click();
  const expected = ["ticket", "letter-k", "n-1"].map((clip) => `${lang}/${clip}`);
  await until("the number was spoken", async () => (await heard(kiosk)).length >= expected.length);
  assert.deepEqual(await heard(kiosk), expected);
});

// The hall display: a call is there at once; without the centre it says so and since when, and comes back right by
// itself: after the power went, a while without the net, a night's sleep, with a clock of its own that is wrong.
import assert from "node:assert/strict";
import path from "node:path";
import { ownFolder, startDemo } from "./lib/centre.mjs";
import { gone, readsRightly, see, shown, textOf, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const LOST_MS = 40_000;
const since = { ar: /الساعة \d\d:\d\d/, en: /at \d\d:\d\d/ };

/** A hall in which one ticket was called, and its display. */
async function hallWithACall({ lang, keep, open, data }) {
  const hall = await keep(startDemo({ data }));
  const display = await open(`${hall.host("display")}/display?lang=${lang}`, { size: "display" });
  await readsRightly(display, lang);
  await hall.told("officer", "POST", "/counters/1/open", {});
  await hall.told("supervisor", "POST", "/counters/2/open", {});
  const { number } = await call(hall, "officer", 1, "inquiry");
  await see(display.locator(".now-code"), number);
  await gone(display.locator(".hall-not-live"));
  return { hall, display };
}

async function call(hall, role, counter, service) {
  const { number } = await hall.told("reception", "POST", "/tickets", { service });
  const called = await hall.told(role, "POST", `/counters/${counter}/call-next`, {});
  assert.equal(called.number, number);
  return { number };
}

/** It says that it is not live, in both languages, and since when. */
async function saysSo(display, lang) {
  await display.locator(".hall-not-live").waitFor({ state: "visible", timeout: LOST_MS });
  const words = await textOf(display.locator(".hall-not-live"));
  assert.match(words, since.ar);
  assert.match(words, since.en);
  assert.match(words, since[lang]);
}

story("the display loses the centre and finds it again", async ({ lang, keep, open }) => {
  const own = await ownFolder();
  await keep({ stop: own.remove });
  const data = path.join(own.folder, "data");
  const { hall: before, display } = await hallWithACall({ lang, keep, open, data });

  await before.kill();
  await saysSo(display, lang);

  const again = await keep(startDemo({ data, port: before.port }));
  await again.told("officer", "POST", "/counters/1/start", {});
  const next = await call(again, "supervisor", 2, "mazaya");
  await see(display.locator(".now-code"), next.number, 60_000);
  await display.locator(".hall-not-live").waitFor({ state: "hidden", timeout: LOST_MS });
});

story("the net is gone for a while", async ({ lang, keep, open }) => {
  const { hall, display } = await hallWithACall({ lang, keep, open });
  hall.freeze();
  await saysSo(display, lang);
  hall.thaw();
  const next = await call(hall, "supervisor", 2, "mazaya");
  await see(display.locator(".now-code"), next.number, LOST_MS);
  await gone(display.locator(".hall-not-live"));
});

story("the display sleeps for a night and wakes right", async ({ lang, keep, open }) => {
  const { hall, display } = await hallWithACall({ lang, keep, open });
  const debug = await display.context().newCDPSession(display);
  await debug.send("Page.setWebLifecycleState", { state: "frozen" });
  const next = await call(hall, "supervisor", 2, "mazaya");
  await debug.send("Page.setWebLifecycleState", { state: "active" });
  await see(display.locator(".now-code"), next.number, LOST_MS);
  await gone(display.locator(".hall-not-live"));

  // The machine's clock says that eight hours have gone by: the page does not wait until it finds out.
  hall.freeze();
  await display.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 8 * 3_600_000;
  });
  await display.locator(".hall-not-live").waitFor({ state: "visible", timeout: LOST_MS });
  hall.thaw();
  await gone(display.locator(".hall-not-live"));
  await see(display.locator(".now-code"), next.number);
});

story("a display with a wrong clock shows the hall's time", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const display = await open("about:blank", { size: "display" });
  await display.addInitScript(() => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length ? given : [Real.now() - 30 * 86_400_000 - 5 * 3_600_000]));
      }
      static now() {
        return Real.now() - 30 * 86_400_000 - 5 * 3_600_000;
      }
    };
  });
  await display.goto(`${hall.host("display")}/display?lang=${lang}`);
  const ofDay = (clock) => clock.split(":").reduce((minutes, part) => minutes * 60 + Number(part), 0);
  const hallTime = async () => {
    const other = await fetch(`${hall.url}/display`, { headers: { cookie: "", "accept-language": lang } });
    return (await other.text()).match(/data-clock>(\d\d:\d\d)</)?.[1];
  };
  await until("the hall's time", async () => {
    const [own, here] = [await hallTime(), await textOf(display.locator("[data-clock]"))];
    return own && Math.abs(ofDay(own) - ofDay(here)) <= 1;
  });
});

story("each section's display shows its own calls", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const at = (section) => `${hall.host("display")}/display?section=${section}&lang=${lang}`;
  const applications = await open(at("new_applications"), { size: "display" });
  const service = await open(at("customer_service"), { size: "display" });
  await hall.told("officer", "POST", "/counters/1/open", {});
  await hall.told("supervisor", "POST", "/counters/2/open", {});
  const inquiry = await call(hall, "officer", 1, "inquiry");
  const mazaya = await call(hall, "supervisor", 2, "mazaya");
  await see(applications.locator(".now-code"), mazaya.number);
  await see(service.locator(".now-code"), inquiry.number);
  assert.doesNotMatch(await textOf(applications.locator("main")), new RegExp(inquiry.number));
  assert.equal(await applications.locator(".queues tbody tr").count(), 1);
  assert.equal(await service.locator(".queues tbody tr").count(), 3);
  await shown(service.locator(".hall-section"));
});

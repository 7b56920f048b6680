// The hall display: a call is there at once; without the centre it says so, and comes back right by itself.
import assert from "node:assert/strict";
import { ownFolder, startDemo } from "./lib/centre.mjs";
import path from "node:path";
import { gone, see } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

story("the display loses the centre and finds it again", async ({ lang, keep, open }) => {
  const own = await ownFolder();
  await keep({ stop: own.remove });
  const data = path.join(own.folder, "data");
  const before = await keep(startDemo({ data }));
  const display = await open(`${before.host("display")}/display?lang=${lang}`, { size: "display" });
  await before.told("officer", "POST", "/counters/1/open", {});
  const ticket = await before.told("reception", "POST", "/tickets", { service: "inquiry" });
  await before.told("officer", "POST", "/counters/1/call-next", {});
  await see(display.locator("main, body"), ticket.number);
  await gone(display.locator(".hall-not-live"));

  await before.kill();
  await display.locator(".hall-not-live").first().waitFor({ state: "visible", timeout: 40_000 });

  const again = await keep(startDemo({ data, port: before.port }));
  await again.told("officer", "POST", "/counters/1/start", {});
  const next = await again.told("reception", "POST", "/tickets", { service: "mazaya" });
  await again.told("supervisor", "POST", "/counters/2/open", {});
  const called = await again.told("supervisor", "POST", "/counters/2/call-next", {});
  assert.equal(called.number, next.number, "what was acknowledged is there after the power went");
  await see(display.locator("body"), next.number, 60_000);
  await display.locator(".hall-not-live").first().waitFor({ state: "hidden", timeout: 40_000 });
}, { only: "ar" });

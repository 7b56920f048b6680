// A customer service officer on an unusual morning: more time, a pause, another queue, a break; by keyboard alone.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { readsRightly, see, shown, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const day = (hall) => hall.told("supervisor", "GET", "/day");

/** A desk that is waiting for nothing: the answer to the last press has come. */
const settled = (page, state) => shown(page.locator(`[data-live]:not([aria-busy]) .desk.is-${state}`));

/** Opens the panel of a key, and waits until its first field may be used. */
async function panel(page, key, name) {
  await page.keyboard.press(key);
  await shown(page.locator(`#act-${name} .panel`));
}

async function callAndStart(page) {
  await page.keyboard.press("F2");
  await settled(page, "calling");
  await page.keyboard.press("F3");
  await settled(page, "serving");
}

story("a clerk extends, parks, takes back and transfers by keyboard alone", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const page = await open(`${hall.host("officer")}/counter/1?lang=${lang}`);
  await readsRightly(page, lang);
  await page.keyboard.press("F2");
  await settled(page, "idle");
  const first = await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  await see(page.locator(".line"), first.number);
  await callAndStart(page);

  const allotted = page.locator("[data-ring]").first();
  const before = Number(await allotted.getAttribute("data-allotted"));
  await panel(page, "F6", "extend");
  await page.keyboard.press("1");
  await until("more minutes are allotted", async () => Number(await allotted.getAttribute("data-allotted")) > before);
  assert.equal(Number(await allotted.getAttribute("data-allotted")) - before, 120_000, "two minutes more");

  await panel(page, "F11", "park");
  await page.keyboard.press("Escape");
  await page.locator("#act-park .panel").waitFor({ state: "hidden" });
  assert.equal((await day(hall)).count.parked, 0, "Escape does nothing");
  await panel(page, "F11", "park");
  await page.keyboard.press("1");
  await settled(page, "idle");
  const parked = page.locator(`#parked-${first.id}`);
  await see(parked, first.number);
  assert.equal((await day(hall)).count.parked, 1);

  await parked.locator('button[value="true"]').focus();
  await page.keyboard.press("Enter");
  await until("the parked visit is here again", async () => (await day(hall)).count.parked === 0);
  await shown(page.locator(".desk.is-calling, .desk.is-serving"));
  if (await page.locator(".desk.is-calling").isVisible()) await page.keyboard.press("F3");
  await settled(page, "serving");

  await panel(page, "F10", "transfer");
  await page.locator("#transfer-to").selectOption("queue:4");
  await page.locator("#act-transfer .btn.primary").focus();
  await page.keyboard.press("Enter");
  await settled(page, "idle");
  const moved = page.locator(`#next-${first.id}`);
  await see(moved, first.number);
  await page.keyboard.press("Control+z");
  await settled(page, "serving");
  assert.equal((await day(hall)).count.serving, 1, "the transfer was taken back");
  await page.keyboard.press("F8");
  await page.keyboard.press("1");
  await settled(page, "idle");

  await panel(page, "Control+b", "break");
  await page.keyboard.press("1");
  await settled(page, "on-break");
  await page.keyboard.press("F2");
  await settled(page, "idle");
  const { count } = await day(hall);
  assert.deepEqual([count.issued, count.ended], [1, 1]);
});

story("a clerk with nobody waiting is told so, and a digit does nothing on its own", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const page = await open(`${hall.host("officer")}/counter/1?lang=${lang}`);
  await page.keyboard.press("F2");
  await settled(page, "idle");
  await page.keyboard.press("F2");
  await shown(page.locator("[data-notice] .notice"));
  await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  await see(page.locator(".line"), "K001");
  await callAndStart(page);
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.postData()));
  await page.keyboard.press("1");
  await page.keyboard.press("F4");
  await page.keyboard.press("F8");
  await until("the closing codes are asked for", () => page.evaluate(() => document.documentElement.dataset.armed === "closing"));
  assert.deepEqual(sent, [], "neither a digit nor a key that is not shown presses anything");
  await page.keyboard.press("1");
  await settled(page, "idle");
  assert.equal(sent.length, 1);
});

// A customer service officer: sign in, open a counter, and a morning of work without touching the mouse.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { readsRightly, see, shown, textOf, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const waits = async (hall) => (await hall.told("supervisor", "GET", "/day")).count;

story("a clerk serves by keyboard alone", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const page = await open(`${hall.url}/sign-in?next=%2Fcounter%2F1&lang=${lang}`);
  await readsRightly(page, lang);
  await page.locator('input[name="name"], input[name="user"]').first().fill("officer");
  await page.locator('input[type="password"]').fill(hall.roles.officer.password);
  await page.keyboard.press("Enter");
  await shown(page.locator(".desk.is-closed"));
  await readsRightly(page, lang);
  for (let i = 0; i < 3; i++) await hall.told("reception", "POST", "/tickets", { service: "inquiry" });

  await page.keyboard.press("F2");
  await shown(page.locator(".desk.is-idle"));
  await see(page.locator(".line"), "K001");
  await page.keyboard.press("F2");
  await shown(page.locator(".desk.is-calling"));
  await page.keyboard.press("F4");
  await until("the call was repeated", async () => (await hall.told("supervisor", "GET", "/day")).seq >= 7);
  // A press is one command: while the recall is on its way, the next one is not taken.
  await until("the service started", async () => {
    await page.keyboard.press("F3");
    return page.locator(".desk.is-serving .ring").isVisible();
  });
  assert.match(await textOf(page.locator("[data-ring-time]")), /^\d+:\d\d$/);
  await page.keyboard.press("F8");
  await page.keyboard.press("1");
  await shown(page.locator(".desk.is-idle"));
  assert.equal((await waits(hall)).ended, 1);

  await page.keyboard.press("Control+z");
  await shown(page.locator(".desk.is-serving"));
  assert.equal((await waits(hall)).ended, 0, "the end was taken back");
  await page.keyboard.press("F8");
  await page.keyboard.press("1");
  await shown(page.locator(".desk.is-idle"));

  await page.keyboard.press("F2");
  await shown(page.locator(".desk.is-calling"));
  await page.keyboard.press("F5");
  await shown(page.locator(".desk.is-idle"));
  await page.keyboard.press("F2");
  await shown(page.locator(".desk.is-calling"));
  await page.keyboard.press("F3");
  await shown(page.locator(".desk.is-serving"));
  await page.keyboard.press("F9");
  await page.keyboard.press("1");
  await shown(page.locator(".desk.is-idle"));
  assert.deepEqual((({ referred, ended }) => ({ referred, ended }))(await waits(hall)), { referred: 1, ended: 2 });
});

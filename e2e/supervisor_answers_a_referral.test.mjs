// A supervisor: who was referred is on the floor at once; one goes back to the clerk, the other is settled there.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { gone, readsRightly, see, shown, textOf } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

/** Calls, starts and refers whoever is next at counter 1. */
async function refer(hall, clerk) {
  const called = await hall.told("officer", "POST", "/counters/1/call-next", {});
  await hall.told("officer", "POST", "/counters/1/start", {});
  await shown(clerk.locator(".desk.is-serving"));
  await clerk.keyboard.press("F9");
  await shown(clerk.locator("#act-refer .panel"));
  await clerk.keyboard.press("1");
  await shown(clerk.locator(".desk.is-idle"));
  return called;
}

story("a supervisor answers referrals", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  await hall.told("officer", "POST", "/counters/1/open", {});
  for (let people = 0; people < 2; people++) await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  const clerk = await open(`${hall.host("officer")}/counter/1?lang=${lang}`);
  const floor = await open(`${hall.host("supervisor")}/floor?lang=${lang}`);
  await readsRightly(floor, lang);
  await shown(floor.locator(".calm-card"));

  const first = await refer(hall, clerk);
  const asked = floor.locator(`#referred-${first.id}`);
  await see(asked, first.number);
  assert.match(await textOf(asked), /1/, "it says from which counter");
  await asked.locator('button[value="return"]').click();
  await gone(asked);
  await see(clerk.locator(`#next-${first.id}`), first.number);
  const back = await hall.told("officer", "POST", "/counters/1/call-next", {});
  assert.equal(back.id, first.id, "who comes back from a supervisor is not sent to the end");
  await hall.told("officer", "POST", "/counters/1/start", {});
  await shown(clerk.locator(".desk.is-serving .pill.soon"));
  await clerk.keyboard.press("F8");
  await clerk.keyboard.press("1");
  await shown(clerk.locator(".desk.is-idle"));

  const second = await refer(hall, clerk);
  const settled = floor.locator(`#referred-${second.id}`);
  await shown(settled);
  await settled.locator("select").selectOption({ index: 0 });
  await settled.locator('button[value="done"]').click();
  await gone(settled);
  const { count } = await hall.told("supervisor", "GET", "/day");
  assert.deepEqual([count.referred, count.ended], [0, 2]);
  await shown(floor.locator(".calm-card"));
});

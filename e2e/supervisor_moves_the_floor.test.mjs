// A supervisor acts where they look: the alert's own button opens a counter, an officer is seated, a profile moves
// while people wait, somebody is given priority with a reason, and a counter over its time gets minutes.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { gone, readsRightly, see, shown, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

story("a supervisor moves the floor", async ({ lang, keep, open }) => {
  // Sixty times as fast: seven minutes at a counter are seven seconds.
  const hall = await keep(startDemo({ speed: 60 }));
  for (const service of ["inquiry", "inquiry", "data_update"]) await hall.told("reception", "POST", "/tickets", { service });
  const floor = await open(`${hall.host("supervisor")}/floor?lang=${lang}`);
  await readsRightly(floor, lang);

  // People wait and nobody takes them: the button that helps stands beside the alert.
  await floor.locator('.al button[value="open-counter"]').first().click();
  await until("counter 1 is open", async () => (await hall.told("supervisor", "GET", "/counters/1")).state === "idle");
  await shown(floor.locator("#floor-counter-1:not(.closed)"));

  // An officer is seated at another one, with the work it shall take.
  const manage = async (counter) => {
    await floor.locator(`#manage-${counter} summary`).click();
    await shown(floor.locator(`#manage-${counter} .panel`));
  };
  await manage(3);
  await floor.locator("#who-3").selectOption({ index: 1 });
  await floor.locator("#with-3").selectOption({ index: 2 });
  await floor.locator('#manage-3 button[value="open-counter"]').click();
  const seated = await until("somebody sits at counter 3", async () => {
    const counter = await hall.told("supervisor", "GET", "/counters/3");
    return counter.staff ? counter : null;
  });
  assert.equal(seated.profile_key, "inquiries_and_updates");
  await shown(floor.locator("#floor-counter-3:not(.closed)"));
  await manage(3);
  await floor.locator("#to-3").selectOption({ index: 1 });
  await floor.locator('#manage-3 button[value="move-profile"]').click();
  await until("the profile has moved", async () => (await hall.told("supervisor", "GET", "/counters/3")).profile_key === "applications");

  // Who waits, the longest first; the last of them goes ahead, with a reason.
  const line = floor.locator("details.line").first();
  await line.locator("summary").click();
  await see(line.locator(".waiters li"), "K001");
  const chosen = line.locator('select[name="visit"]');
  await chosen.selectOption({ index: 1 });
  await line.locator('select[name="segment"]').selectOption({ index: 0 });
  await line.locator('button[value="priority"]').click();
  await until("the second has priority", async () => (await hall.told("supervisor", "GET", "/tickets/2")).segment_key === "senior_citizens");

  // A counter passes its time: it is told, extended with a reason, and calm again.
  await hall.told("supervisor", "POST", "/counters/1/call-next", {});
  await hall.told("supervisor", "POST", "/counters/1/start", {});
  const extend = floor.locator('.al.late button[value="extend"]');
  await shown(extend);
  await extend.click();
  await gone(extend);
  await floor.locator('#manage-3 summary').click();
  await floor.locator('#manage-3 button[value="close-counter"]').click();
  await shown(floor.locator("#floor-counter-3.closed"));
});

// An administrator: a new kiosk can do nothing but show its code; paired it works; revoked it shows a code again.
import assert from "node:assert/strict";
import { startServe } from "./lib/centre.mjs";
import { readsRightly, see, shown, textOf } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

// A centre that is served lives by the wall clock: at night its kiosk is paired and says that the doors are closed.
const atWork = ".kiosk-live .tile, .kiosk-live .stop";

story("an administrator pairs a kiosk and takes it back", async ({ lang, keep, open }) => {
  const centre = await keep(startServe());
  const kiosk = await open(`${centre.url}/kiosk?lang=${lang}`, { size: "kiosk" });
  await readsRightly(kiosk, lang);
  await shown(kiosk.locator(".pair-code"));
  const code = await textOf(kiosk.locator(".pair-code"));
  assert.match(code, /^\d{6}$/);
  assert.equal(await kiosk.locator(".tile").count(), 0);
  const refused = await kiosk.request.get(`${centre.url}/live/kiosk`);
  assert.ok(refused.status() >= 400, "an unpaired kiosk hears nothing of the hall");

  const desk = await open(`${centre.url}/sign-in?next=%2Fdevices&lang=${lang}`);
  const { user, password } = centre.roles.administrator;
  await desk.locator("#name").fill(user);
  await desk.locator("#password").fill("not the password");
  await desk.keyboard.press("Enter");
  await shown(desk.locator(".mistakes"));
  await desk.locator("#password").fill(password);
  await desk.keyboard.press("Enter");
  await shown(desk.locator(".pair-form"));
  await readsRightly(desk, lang);

  const wrong = code === "000000" ? "000001" : "000000";
  await desk.locator("#code").fill(wrong);
  await desk.locator("#device-name").fill("Door");
  await desk.locator(".pair-form .btn.primary").click();
  await shown(desk.locator(".mistakes"));
  await desk.locator("#code").fill(code);
  await desk.locator(".pair-form .btn.primary").click();
  await see(desk.locator(".device"), "Door");
  await shown(kiosk.locator(atWork));
  await readsRightly(kiosk, lang);

  await desk.locator('form[action="/devices/revoke"] .btn').click();
  await shown(kiosk.locator(".pair-code"));
  assert.notEqual(await textOf(kiosk.locator(".pair-code")), code, "a code serves once");
});

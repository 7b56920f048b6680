// A kiosk whose browser runs no script still gives a ticket.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { shown, textOf } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

story("a kiosk without scripts gives a ticket", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const kiosk = await open(`${hall.host("kiosk")}/kiosk?lang=${lang}`, { size: "kiosk", javaScriptEnabled: false });
  await kiosk.locator('.tile[href*="queue=2"]').click();
  await kiosk.locator("form.take .btn.go").click();
  await shown(kiosk.locator(".ticket .number"));
  assert.match(await textOf(kiosk.locator(".ticket .number")), /^[A-Z] ?\d{3}$/);
});

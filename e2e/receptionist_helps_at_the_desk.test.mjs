// A receptionist with people in front of them, mostly by keyboard: papers, a ticket for a group, somebody looked up
// and given priority, a step sheet instead of a ticket, an appointment kept, and help for somebody at the kiosk.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { gone, readsRightly, see, shown, textOf, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const words = {
  ar: { group: "كبار المواطنين", sheet: "خلال 5 أيام عمل", sheetIn: "en", other: "within 5 working days" },
  en: { group: "Senior citizens", sheet: "within 5 working days", sheetIn: "ar", other: "خلال 5 أيام عمل" },
};

/** The page is there with its scripts: before that its keys do nothing. */
async function at(page, pattern) {
  await until(`the page ${pattern}`, () => pattern.test(new URL(page.url()).pathname));
  await page.waitForLoadState("load");
}

/** The list of services has the focus, so that its keys work. */
const ready = (page) =>
  until("the services have the focus", () => page.evaluate(() => document.activeElement?.hasAttribute("data-digits")));

story("a receptionist helps at the desk", async ({ lang, keep, open }) => {
  const say = words[lang];
  const hall = await keep(startDemo());
  const desk = await open(`${hall.host("reception")}/?lang=${lang}`);
  await at(desk, /^\/reception$/);
  await readsRightly(desk, lang);

  // A family of three with a question: the key of the service, the papers, the ticket.
  await ready(desk);
  await desk.keyboard.press("8");
  await at(desk, /^\/reception\/service\/\d+$/);
  await desk.locator(".papers input").first().check();
  await desk.locator('label:has(input[name="party"][value="3"])').click();
  await desk.keyboard.press("F2");
  await at(desk, /^\/reception\/visit\/1$/);
  await see(desk.locator(".slip-code"), "K001");
  await shown(desk.locator(".slip-qr svg"));
  await shown(desk.locator("[data-print]"));
  assert.equal((await hall.told("reception", "GET", "/tickets/1")).party, 3);
  await desk.keyboard.press("F2");
  await at(desk, /^\/reception$/);

  // A letter under an Arabic layout is known by its place on the keyboard.
  await ready(desk);
  await desk.evaluate(() =>
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ض", code: "KeyQ", bubbles: true, cancelable: true })),
  );
  await at(desk, /^\/reception\/service\/\d+$/);
  await shown(desk.locator("#number"));
  await desk.keyboard.press("Escape");
  await at(desk, /^\/reception$/);

  // A personal number with a digit missing is explained beside its field; with all nine it makes a ticket.
  await ready(desk);
  await desk.keyboard.press("0");
  await desk.locator("#number").fill("٨٥٠١٠٢٣٤");
  await desk.keyboard.press("F2");
  await shown(desk.locator("#number-wrong"));
  await desk.locator("#number").fill("850102345");
  await desk.keyboard.press("F2");
  await at(desk, /^\/reception\/visit\/2$/);
  await desk.keyboard.press("F2");

  // The person comes back to the desk: found by number, which stands in no address, and given priority.
  await at(desk, /^\/reception$/);
  await desk.keyboard.press("F9");
  await desk.keyboard.type("8501 02345");
  await desk.keyboard.press("Enter");
  await at(desk, /^\/reception\/visit\/2$/);
  assert.doesNotMatch(await desk.content(), /850102345/);
  await desk.locator("#segment").selectOption({ label: say.group });
  await desk.locator('button[value="priority"]').click();
  await see(desk.locator(".stands"), say.group);
  assert.equal((await hall.told("reception", "GET", "/tickets/2")).segment_key, "senior_citizens");

  // A paper is missing: no ticket, but a sheet in the visitor's own language.
  await desk.keyboard.press("F2");
  await at(desk, /^\/reception$/);
  await ready(desk);
  await desk.keyboard.press("2");
  await at(desk, /^\/reception\/service\/\d+$/);
  await desk.keyboard.press("F6");
  await see(desk.locator(".sheet-by"), say.sheet);
  await desk.locator(`.lang a[lang="${say.sheetIn}"]`).click();
  await see(desk.locator(".sheet-by"), say.other);
  await readsRightly(desk, lang);
  assert.equal(await desk.locator(".paper-sheet").getAttribute("dir"), say.sheetIn === "ar" ? "rtl" : "ltr");
  await desk.emulateMedia({ media: "print" });
  assert.equal(await desk.locator(".unconfirmed").first().isVisible(), false, "what staff are told is not printed");
  await desk.emulateMedia({ media: "screen" });
  await desk.keyboard.press("F2");
  await at(desk, /^\/reception$/);

  // An appointment of today is booked and kept; its place in the list tells so.
  await desk.keyboard.press("F7");
  await shown(desk.locator("#act-book .panel"));
  await desk.locator("#book-service").selectOption({ index: 12 });
  await desk.locator('button[value="book"]').click();
  await shown(desk.locator("#appointment-1"));
  await desk.locator('#appointment-1 button[value="check-in"]').click();
  await at(desk, /^\/reception\/visit\/3$/);
  const kept = await textOf(desk.locator(".slip-code"));
  await desk.keyboard.press("F2");
  await see(desk.locator("#appointment-1 a"), kept);

  // Somebody at the kiosk asks for a wheelchair; it is told at once, and stays until it is done.
  const kiosk = await open(`${hall.host("kiosk")}/kiosk?lang=${lang}`, { size: "kiosk" });
  await kiosk.locator('a[href="/kiosk/help"]').click();
  await kiosk.locator('button[value="wheelchair"]').click();
  await shown(kiosk.locator(".help-asked"));
  await shown(desk.locator("#help-1"));
  await desk.locator('#help-1 button[value="coming"]').click();
  await shown(desk.locator("#help-1.coming"));
  await desk.locator('#help-1 button[value="done"]').click();
  await gone(desk.locator("#help-1"));
  const { count } = await hall.told("reception", "GET", "/day");
  assert.deepEqual([count.issued, count.waiting], [3, 3]);
});

// A citizen in the hall: two touches at the kiosk, then the ticket on the phone until the matter is done.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { gone, readsRightly, see, shown, textOf, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const words = {
  ar: { go: /توجّه|تفضل|الآن/, counter: /شباك 1/, leave: "غادرت", dead: /الرابط|التذكرة/ },
  en: { go: /now|go/i, counter: /Counter 1/, leave: "left", dead: /link|ticket/i },
};

/** Touches the tile of a queue and takes the ticket; gives the number and the link behind the QR code. */
async function takeTicket(kiosk, queue) {
  await kiosk.locator(`.tile[href*="queue=${queue}"]`).click();
  await kiosk.locator("form.take .btn.go").click();
  await shown(kiosk.locator(".ticket .number"));
  return { code: await textOf(kiosk.locator(".ticket .number")), link: await kiosk.locator(".qr-card a").getAttribute("href") };
}

story("a visitor takes a ticket and is served", async ({ lang, keep, open }) => {
  const say = words[lang];
  const hall = await keep(startDemo());
  await hall.told("officer", "POST", "/counters/1/open", {});
  const first = await hall.told("reception", "POST", "/tickets", { service: "inquiry" });

  const kiosk = await open(`${hall.host("kiosk")}/kiosk?lang=${lang}`, { size: "kiosk" });
  await readsRightly(kiosk, lang);
  const { code, link } = await takeTicket(kiosk, 2);
  assert.match(code, /^[A-Z] ?\d{3}$/);
  assert.ok(await kiosk.locator(".qr-card svg").isVisible(), "the QR code stands on the screen");
  assert.match(link, /\/t\/[0-9a-zA-Z_-]{16,}$/, "the link cannot be guessed");
  await kiosk.locator('a[href="/kiosk/new"]').click();
  await shown(kiosk.locator(".tile"));

  const phone = await open(`${link}?lang=${lang}`, { size: "phone" });
  await readsRightly(phone, lang);
  assert.equal(await textOf(phone.locator(".num")), code);
  const ahead = await textOf(phone.locator(".ahead"));
  const before = await hall.told("officer", "POST", "/counters/1/call-next", {});
  await hall.told("officer", "POST", "/counters/1/start", {});
  await until("one person fewer is ahead", async () => (await textOf(phone.locator(".ahead"))) !== ahead);
  const outcome = (await hall.told("officer", "GET", "/services")).services.find((it) => it.key === "inquiry").outcomes[0].key;
  await hall.told("officer", "POST", "/counters/1/end", { outcome });

  const called = await hall.told("officer", "POST", "/counters/1/call-next", {});
  assert.equal(called.segment_key, "walk_in", "nobody has a priority that they did not claim");
  assert.notEqual(called.id, first.id, `called ${JSON.stringify(called)} after ${JSON.stringify(before)}`);
  await see(phone.locator(".go-now"), say.counter);
  assert.match(await textOf(phone.locator(".go-now")), say.go);
  assert.equal(await phone.locator("#leave").count(), 0, "who is called does not leave by the page");
  await hall.told("officer", "POST", "/counters/1/start", {});
  await see(phone.locator(".ahead"), say.counter);
  await hall.told("officer", "POST", "/counters/1/end", { outcome });
  await shown(phone.locator(".ticket-cards.ended"));
  assert.deepEqual(await phone.locator(".not-live:visible").count(), 0);
});

story("a visitor leaves the queue, and a dead link says so", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const kiosk = await open(`${hall.host("kiosk")}/kiosk?lang=${lang}`, { size: "kiosk" });
  const { link } = await takeTicket(kiosk, 3);
  const phone = await open(`${link}?lang=${lang}`, { size: "phone" });
  await shown(phone.locator(".num"));
  await phone.locator("#leave summary").click();
  await phone.locator("#leave .btn.danger").click();
  await see(phone.locator(".ahead"), words[lang].leave);
  await gone(phone.locator("#leave"));
  const day = await hall.told("reception", "GET", "/day");
  assert.equal(day.count.waiting, 0);
  assert.equal(day.count.ended, 1);

  const answer = await phone.goto(link.replace(/[^/]+$/, "0".repeat(32)));
  assert.equal(answer.status(), 404);
  await readsRightly(phone, lang);
  await see(phone.locator("h1"), words[lang].dead);
});

story("a visitor mistypes the personal number and is told how to write it", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const kiosk = await open(`${hall.host("kiosk")}/kiosk?lang=${lang}`, { size: "kiosk" });
  await kiosk.locator('.tile[href*="queue=4"]').click();
  await kiosk.locator("#number").fill("12345678");
  await kiosk.locator("form.take .btn.go").click();
  await see(kiosk.locator("#mistakes"), /8/);
  assert.equal(await kiosk.locator("#number").inputValue(), "12345678");
  await kiosk.locator("#number").fill("٨٥٠١٠١٢٣٤");
  await kiosk.locator("form.take .btn.go").click();
  await shown(kiosk.locator(".ticket .number"));
  assert.doesNotMatch(kiosk.url(), /850101234/);
});

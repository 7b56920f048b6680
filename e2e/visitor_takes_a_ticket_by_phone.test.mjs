// A citizen who reads the code at the door: two touches on their own phone, so many tickets a day, and none from home.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { readsRightly, see, shown, textOf } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const words = {
  ar: { old: "لم يعد صالحًا", left: "تذكرة واحدة", limit: "كل ما يُعطى له", closed: "توقّف إصدار التذاكر" },
  en: { old: "no longer valid", left: "1 more ticket", limit: "has taken all", closed: "Tickets have stopped" },
};

/** The address behind the code on the poster. */
async function codeOfTheDay(hall, open, lang) {
  const desk = await open(`${hall.host("reception")}/door/poster?lang=${lang}`);
  await readsRightly(desk, lang);
  const { search } = new URL(await desk.locator("a.poster-qr").getAttribute("href"));
  return `${hall.url}/door${search}`;
}

const twoTouches = async (phone, queue) => {
  await phone.locator(`.door-tile[href*="queue=${queue}"]`).click();
  await phone.locator("form.take .btn.go").click();
  await shown(phone.locator(".num"));
  return textOf(phone.locator(".num"));
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  story(`a visitor takes tickets by phone ${how}`, async ({ lang, keep, open }) => {
    const say = words[lang];
    const hall = await keep(startDemo());
    const door = await codeOfTheDay(hall, open, lang);
    const phone = await open(`${door}&lang=${lang}`, { size: "phone", javaScriptEnabled });
    await readsRightly(phone, lang);
    const first = await twoTouches(phone, 2);
    assert.match(first, /^K ?001$/);

    // The same press again leads to the same ticket.
    await phone.goBack();
    await phone.locator("form.take .btn.go").click();
    await shown(phone.locator(".num"));
    assert.equal(await textOf(phone.locator(".num")), first);

    await phone.goto(`${hall.url}/door`);
    await see(phone.locator(".own-ticket"), "K001");
    await see(phone.locator("main"), say.left);
    assert.match(await twoTouches(phone, 3), /^R ?001$/);

    await phone.goto(`${hall.url}/door`);
    await see(phone.locator("main"), say.limit);
    assert.equal(await phone.locator(".door-tile").count(), 0);
    assert.equal((await hall.told("reception", "GET", "/day")).count.waiting, 2);

    const other = await open(`${door}&lang=${lang}`, { size: "phone", javaScriptEnabled });
    await shown(other.locator(".door-tile"));
  });
}

story("nobody takes a ticket from home, or when none are given", async ({ lang, keep, open }) => {
  const say = words[lang];
  const hall = await keep(startDemo());
  for (const query of ["", "code=", "code=k7m4rxq2hd"]) {
    const phone = await open(`${hall.url}/door?${query}&lang=${lang}`, { size: "phone" });
    await readsRightly(phone, lang);
    await see(phone.locator("h1"), say.old);
    assert.equal(await phone.locator(".door-tile, form").count(), 0);
    await phone.context().close();
  }
  const door = await codeOfTheDay(hall, open, lang);
  const phone = await open(`${door}&lang=${lang}`, { size: "phone" });
  await phone.locator('.door-tile[href*="queue=2"]').click();
  await hall.told("supervisor", "POST", "/day/close-ticketing", {});
  await phone.locator("form.take .btn.go").click();
  await shown(phone.locator(".notice.late"));
  await phone.goto(`${hall.url}/door`);
  await see(phone.locator("main"), say.closed);
  assert.equal(await phone.locator(".door-tile").count(), 0);
});

story("a phone asks for the personal number where the service needs it", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const phone = await open(`${await codeOfTheDay(hall, open, lang)}&lang=${lang}`, { size: "phone" });
  await phone.locator('.door-tile[href*="queue=4"]').click();
  await phone.locator("#number").fill("12345678");
  await phone.locator("form.take .btn.go").click();
  await see(phone.locator("#mistakes"), /8/);
  await phone.locator("#number").fill("٨٥٠١٠١٢٣٤");
  await phone.locator("form.take .btn.go").click();
  await shown(phone.locator(".num"));
  assert.doesNotMatch(phone.url(), /850101234/);
});

story("the screen at the entrance says when no tickets are given", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const screen = await open(`${hall.host("display")}/door/code?lang=${lang}`, { size: "kiosk" });
  await readsRightly(screen, lang);
  await shown(screen.locator(".poster-qr svg"));
  await hall.told("supervisor", "POST", "/day/close-ticketing", {});
  await see(screen.locator(".entrance-now"), words[lang].closed);
});

// A visitor who is late keeps the ticket; afterwards they say how it was, at the pad and by the ticket's link.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { gone, readsRightly, see, shown, textOf, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const words = {
  ar: { clear: /الخطوة التالية/, thanks: /شكراً/, low: /غير راضٍ/, away: /بعد \d\d:\d\d/, words: "لم أفهم ما يلي" },
  en: { clear: /what happens next/, thanks: /Thank you/, low: /dissatisfied/, away: /after \d\d:\d\d/, words: "I did not learn what follows" },
};

/** A ticket that was served at counter 1, with its link. */
async function served(hall) {
  const ticket = await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  for (const step of ["call-next", "start"]) await hall.told("supervisor", "POST", `/counters/1/${step}`, {});
  const { services } = await hall.told("supervisor", "GET", "/services");
  const outcome = services.find((it) => it.key === "inquiry").outcomes[0].key;
  await hall.told("supervisor", "POST", "/counters/1/end", { outcome });
  return ticket;
}

story("a visitor says how it was at the pad and by the link", async ({ lang, keep, open }) => {
  const say = words[lang];
  const hall = await keep(startDemo());
  await hall.told("supervisor", "POST", "/counters/1/open", {});

  const pad = await open(`${hall.host("pad")}/pad?lang=${lang}`, { size: "desk" });
  await readsRightly(pad, lang);
  await pad.locator("#counter").selectOption("1");
  await pad.locator("form .btn.primary").click();
  await shown(pad.locator(".pad-place"));

  const first = await served(hall);
  await shown(pad.locator(".pad .face-choice"));
  assert.equal(await pad.locator(".pad .face-choice").count(), 5);
  await pad.locator('.face-choice[value="4"]').click();
  await see(pad.locator(".pad h1"), say.clear);
  await pad.locator('button[name="clear"][value="yes"]').click();
  await see(pad.locator(".pad h1"), say.thanks);
  const undo = await hall.api("supervisor", "POST", "/counters/1/undo", {});
  assert.equal(undo.status, 409, "what was judged is not taken back");

  const second = await served(hall);
  assert.notEqual(second.id, first.id);
  const phone = await open(`${hall.host("kiosk")}${second.link}?lang=${lang}`, { size: "phone" });
  await shown(phone.locator("#rate"));
  await phone.locator('input[name="score"][value="1"]').check();
  await phone.locator('input[name="clear"][value="no"]').check();
  await phone.locator("#words").fill(say.words);
  await phone.locator('input[name="may_contact"]').check();
  await phone.locator("#contact").fill("17000000");
  await phone.locator("#rate .btn.primary").click();
  await see(phone.locator(".rated"), say.thanks);
  await gone(phone.locator("#rate"));

  const desk = await open(`${hall.host("supervisor")}/remarks?lang=${lang}`);
  await readsRightly(desk, lang);
  const remark = desk.locator(".remark-list li").first();
  await see(remark, say.words);
  await see(remark, say.low);
  await see(remark, "17000000");
  assert.equal(await desk.locator(".remark-list li").count(), 1, "a good rating without words needs no answer");
  assert.doesNotMatch(hall.log(), /17000000/);
});

story("a visitor who is late is called later and loses nothing else", async ({ lang, keep, open }) => {
  const hall = await keep(startDemo());
  const late = await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  const next = await hall.told("reception", "POST", "/tickets", { service: "inquiry" });
  const phone = await open(`${hall.host("kiosk")}${late.link}?lang=${lang}`, { size: "phone" });
  await phone.locator("#late summary").click();
  await phone.locator('#late button[value="15"]').click();
  await see(phone.locator(".ahead"), words[lang].away);
  await hall.told("supervisor", "POST", "/counters/1/open", {});
  const called = await hall.told("supervisor", "POST", "/counters/1/call-next", {});
  assert.equal(called.id, next.id, "nobody is called who is not there");
  await phone.locator('button[name="minutes"][value="0"]').click();
  await gone(phone.locator('button[name="minutes"][value="0"]'));
  const again = await hall.told("supervisor", "GET", `/tickets/${late.id}`);
  assert.equal(again.state, "waiting");
  await hall.told("supervisor", "POST", "/counters/2/open", {});
  await until("called at the other counter", async () => (await hall.api("supervisor", "POST", "/counters/2/call-next", {})).status === 200);
  assert.match(await textOf(phone.locator(".go-now")), /2/);
});

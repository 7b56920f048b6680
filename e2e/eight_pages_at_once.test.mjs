// Someone who tries the demonstration opens eight pages in one browser: each is live, each changes, none waits for
// a connection that another page holds.
import assert from "node:assert/strict";
import { startDemo } from "./lib/centre.mjs";
import { readsRightly, shown, until } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const region = (page) => page.evaluate(() => document.querySelector("[data-live]").innerHTML);
const stale = (page) => page.evaluate(() => document.documentElement.hasAttribute("data-stale"));

story("eight pages live in one browser", async ({ lang, keep, open, beside }) => {
  const hall = await keep(startDemo({ people: "simulated", speed: 20 }));
  const count = async () => (await hall.told("supervisor", "GET", "/day")).count;
  await until("people have come and are served", async () => (await count()).serving > 1, 60_000);
  const ticket = await hall.told("reception", "POST", "/tickets", { service: "remark" });

  const first = await open(`${hall.host("kiosk")}/kiosk?lang=${lang}`);
  const context = first.context();
  const addresses = [
    `${hall.host("display")}/display`,
    `${hall.host("officer")}/counter/1`,
    `${hall.host("officer")}/counter/2`,
    `${hall.host("officer")}/counter/4`,
    `${hall.host("supervisor")}/floor`,
    `${hall.host("supervisor")}/counter/5`,
    `${hall.url}${ticket.link}`,
  ];
  const pages = [first];
  for (const address of addresses) pages.push(await beside(context, `${address}?lang=${lang}`));
  assert.equal(pages.length, 8);
  for (const page of pages) {
    await shown(page.locator("[data-live]"));
    await readsRightly(page, lang);
  }

  const before = await Promise.all(pages.map(region));
  const { issued } = await count();
  await Promise.all(
    pages.map((page, index) =>
      until(`page ${index + 1} (${page.url()}) changes`, async () => (await region(page)) !== before[index], 60_000),
    ),
  );
  await until("people go on coming", async () => (await count()).issued > issued, 60_000);
  assert.deepEqual(await Promise.all(pages.map(stale)), Array(8).fill(false), "no page has lost the hall");
});

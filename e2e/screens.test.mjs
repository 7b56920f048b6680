// Every screen in both directions at its size: a picture in out/, and nothing found by axe-core.
import assert from "node:assert/strict";
import { access, copyFile, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ownFolder, referenceCentre, run, startDemo } from "./lib/centre.mjs";
import { readsRightly, shown, until } from "./lib/conditions.mjs";
import { out, story } from "./lib/story.mjs";

const pictures = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../docs/pictures");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 A and AA; injected through the debugger, so that the page's own policy stays as strict as it is. */
async function axeFindsNothing(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await globalThis.axe.run(document, { runOnly: standards });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join("; ")}`);
  });
  assert.deepEqual(found, [], `axe-core on ${where}`);
}

/** A hall in the middle of its work, with a quarter behind it. */
async function busyHall(keep) {
  const own = await ownFolder();
  await keep({ stop: own.remove });
  const data = path.join(own.folder, "data");
  const quarter = path.join(referenceCentre, "quarter.csv");
  await run("synthesize", "--centre", referenceCentre, "--quarter", quarter, "--from", "2017-11-01", "--data", data);
  // Twenty times as fast, so that minutes have passed before anybody looks.
  const hall = await keep(startDemo({ data, speed: 20 }));
  const services = ["inquiry", "mazaya", "data_update", "inquiry", "remark", "mazaya", "inquiry", "data_update", "inquiry"];
  const tickets = [];
  for (const service of services) tickets.push(await hall.told("reception", "POST", "/tickets", { service }));
  for (const counter of [1, 2, 4]) {
    await hall.told("supervisor", "POST", `/counters/${counter}/open`, {});
    await hall.told("supervisor", "POST", `/counters/${counter}/call-next`, {});
  }
  await hall.told("supervisor", "POST", "/counters/1/start", {});
  // One who was served a moment ago, and one who is late.
  for (const step of ["open", "call-next", "start"]) await hall.told("supervisor", "POST", `/counters/3/${step}`, {});
  const { visit } = await hall.told("supervisor", "GET", "/counters/3");
  const served = await hall.told("supervisor", "GET", `/tickets/${visit.id}`);
  const { services: known } = await hall.told("supervisor", "GET", "/services");
  const { key: outcome } = known.find((it) => it.id === served.service).outcomes[0];
  await hall.told("supervisor", "POST", "/counters/3/end", { outcome });
  const late = await hall.told("reception", "POST", "/tickets", { service: "remark" });
  await hall.told("reception", "POST", `/tickets/${late.id}/delay`, { minutes: 30 });
  // Appointments around now, one of them kept; and somebody who waits for help.
  const now = Date.parse(tickets[0].issued_at);
  for (const [minutes, service] of [[2, "social_study"], [40, "right_of_disposal"], [95, "inquiry"]]) {
    const slot = new Date(now + minutes * 60_000).toISOString();
    await hall.told("reception", "POST", "/appointments", { service, slot });
  }
  await hall.told("reception", "POST", "/appointments/1/check-in", {});
  // A picture beside the calls, for the displays that are looked at last.
  const besideTheCalls = async () => {
    const folder = path.join(data, "reference-centre/display");
    await mkdir(folder, { recursive: true });
    await copyFile(path.join(pictures, "quarter.png"), path.join(folder, "1.png"));
  };
  return { hall, waiting: tickets.at(-1), served, late, besideTheCalls };
}

story("every screen is drawn, and axe finds nothing", async ({ lang, keep, open }) => {
  const { hall, waiting, served, late, besideTheCalls } = await busyHall(keep);
  await mkdir(out, { recursive: true });
  const asking = await open(`${hall.host("kiosk")}/kiosk/help?lang=${lang}`, { size: "kiosk" });
  await asking.locator('button[value="wheelchair"]').click();
  await shown(asking.locator(".help-asked"));
  await asking.context().close();
  const desk = await open(`${hall.host("supervisor")}/counter/1?lang=${lang}`);
  await until("some arcs are full", async () => (await desk.locator("[data-ring-time]").innerText()) >= "3:00");
  await desk.context().close();
  const q = `lang=${lang}`;
  const poster = await open(`${hall.host("reception")}/door/poster?${q}`);
  const code = new URL(await poster.locator("a.poster-qr").getAttribute("href")).search;
  await poster.context().close();
  const screens = [
    ["counter", "desk", `${hall.host("supervisor")}/counter/1?${q}`],
    ["floor", "desk", `${hall.host("supervisor")}/floor?${q}`],
    ["floor-phone", "phone", `${hall.host("supervisor")}/floor?${q}`],
    ["reception", "desk", `${hall.host("reception")}/reception?${q}`],
    ["reception-phone", "phone", `${hall.host("reception")}/reception?${q}`],
    ["reception-service", "desk", `${hall.host("reception")}/reception/service/data_update?${q}`],
    ["reception-service-phone", "phone", `${hall.host("reception")}/reception/service/housing_unit?${q}`],
    ["reception-visit", "desk", `${hall.host("reception")}/reception/visit/${waiting.id}?${q}`],
    ["reception-visit-phone", "phone", `${hall.host("reception")}/reception/visit/${waiting.id}?${q}`],
    ["step-sheet", "desk", `${hall.host("reception")}/reception/steps/housing_unit?${q}`],
    ["step-sheet-phone", "phone", `${hall.host("reception")}/reception/steps/social_study?${q}`],
    ["kiosk-help", "kiosk", `${hall.host("kiosk")}/kiosk/help?${q}`],
    ["kiosk-help-asked", "kiosk", `${hall.host("kiosk")}/kiosk/help?asked=1&${q}`],
    ["counter-closed", "desk", `${hall.host("supervisor")}/counter/5?${q}`],
    ["counter-calling", "desk", `${hall.host("supervisor")}/counter/2?${q}`],
    ["kiosk-services", "kiosk", `${hall.host("kiosk")}/kiosk/service?queue=1&${q}`],
    ["kiosk-ticket", "kiosk", `${hall.host("kiosk")}/kiosk/ticket/${waiting.link.split("/").at(-1)}?${q}`],
    ["dead-link", "phone", `${hall.url}/t/${"0".repeat(32)}?${q}`],
    ["way-in", "desk", `${hall.url}/?${q}`],
    ["sign-in", "desk", `${hall.url}/sign-in?${q}`],
    ["kiosk", "kiosk", `${hall.host("kiosk")}/kiosk?${q}`],
    ["kiosk-service", "kiosk", `${hall.host("kiosk")}/kiosk/service?queue=4&${q}`],
    ["ticket", "phone", `${hall.url}${waiting.link}?${q}`],
    ["way-in-phone", "phone", `${hall.url}/?${q}`],
    ["display", "display", `${hall.host("display")}/display?${q}`],
    ["counter-choice", "desk", `${hall.host("supervisor")}/counter?${q}`],
    ["quarter", "desk", `${hall.host("manager")}/statistics?from=2017-11-01&to=2018-01-31&${q}`],
    ["visit", "desk", `${hall.url}/visit?${q}`],
    ["visit-phone", "phone", `${hall.url}/visit?${q}`],
    ["ticket-served", "phone", `${hall.url}${served.link}?${q}`],
    ["ticket-late", "phone", `${hall.url}${late.link}?${q}`],
    ["pad-where", "desk", `${hall.host("pad")}/pad?${q}`],
    ["remarks", "desk", `${hall.host("supervisor")}/remarks?${q}`],
    ["devices", "desk", `${hall.host("administrator")}/devices?${q}`],
    ["kiosk-low", "kioskLow", `${hall.host("kiosk")}/kiosk?${q}`],
    ["kiosk-service-low", "kioskLow", `${hall.host("kiosk")}/kiosk/service?queue=4&${q}`],
    ["kiosk-large", "kiosk", `${hall.host("kiosk")}/kiosk?${q}`, { large: true }],
    ["kiosk-large-low", "kioskLow", `${hall.host("kiosk")}/kiosk?${q}`, { large: true }],
    ["door", "phone", `${hall.url}/door${code}&${q}`],
    ["door-service", "phone", `${hall.url}/door/service${code}&queue=4&${q}`],
    ["door-services", "phone", `${hall.url}/door/service${code}&queue=1&${q}`],
    ["door-old", "phone", `${hall.url}/door?code=k7m4rxq2hd&${q}`],
    ["door-poster", "desk", `${hall.host("reception")}/door/poster?${q}`],
    ["door-code", "kiosk", `${hall.host("display")}/door/code?${q}`],
    ["door-code-lying", "display", `${hall.host("display")}/door/code?${q}`],
    ["display-section", "display", `${hall.host("display")}/display?section=customer_service&${q}`],
    ["display-beside", "display", `${hall.host("display")}/display?section=&${q}`, { before: besideTheCalls }],
    ["nothing-here", "desk", `${hall.url}/nothing-here?${q}`],
  ];
  for (const [name, size, url, { before, large } = {}] of screens) {
    await before?.();
    const page = await open(url, { size });
    if (large) {
      await page.locator('.prefer [name="text"]').click();
      await shown(page.locator('[data-text="large"] body'));
    }
    await shown(page.locator("body"));
    await until(`${name} speaks ${lang}`, async () => (await page.evaluate(() => document.documentElement.lang)) === lang);
    await readsRightly(page, lang);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(out, `${name}-${lang}.png`), animations: "disabled" });
    if (process.env.NAWAT_PICTURES && lang === "ar" && ["kiosk", "counter", "quarter"].includes(name)) {
      // The kiosk's page shrinks with its screen, and so does the file.
      if (name === "kiosk") await page.setViewportSize({ width: 720, height: 1280 });
      await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: "disabled" });
    }
    // Nobody scrolls a screen of the hall, and no page of ours sideways.
    const over = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { wide: scrollWidth - innerWidth, high: scrollHeight - innerHeight };
    });
    assert.ok(over.wide <= 0, `${name} ${lang} is cut at the side by ${over.wide} px`);
    if (["kiosk", "kioskLow", "display"].includes(size) && !large) assert.ok(over.high <= 0, `${name} ${lang} is cut below by ${over.high} px`);
    await axeFindsNothing(page, `${name} ${lang}`);
    await page.context().close();
  }
});

story("the README's pictures are there", async () => {
  for (const name of ["kiosk", "counter", "quarter"]) await access(path.join(pictures, `${name}.png`));
}, { only: "ar" });

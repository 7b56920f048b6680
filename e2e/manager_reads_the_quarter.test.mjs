// A manager: the quarter behind the published counts, on a page and as files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { ownFolder, referenceCentre, run, startDemo } from "./lib/centre.mjs";
import { readsRightly, see } from "./lib/conditions.mjs";
import { story } from "./lib/story.mjs";

const period = ["--from", "2017-11-01", "--to", "2018-01-31"];

/** Presses a download and gives the file's text. */
async function download(page, kind) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`.downloads a[href*="report.${kind}"]`).click()]);
  return readFile(await file.path(), "utf8");
}

story("a manager reads the quarter", async ({ lang, keep, open }) => {
  const own = await ownFolder();
  await keep({ stop: own.remove });
  const data = path.join(own.folder, "data");
  const quarter = path.join(referenceCentre, "quarter.csv");
  await run("synthesize", "--centre", referenceCentre, "--quarter", quarter, "--from", "2017-11-01", "--seed", 1, "--data", data);
  const report = JSON.parse(await run("report", "--data", data, ...period, "--format", "json"));
  assert.equal(report.customers, 25780);
  assert.equal(report.period.working_days, 62);

  const hall = await keep(startDemo({ data }));
  const page = await open(`${hall.host("manager")}/statistics?from=2017-11-01&to=2018-01-31&lang=${lang}`);
  await readsRightly(page, lang);
  await see(page.locator("main"), "25,780");
  for (const count of ["4,203", "1,034", "8,153", "2,109", "5,898", "2,590", "1,731"]) await see(page.locator("main"), count);
  await see(page.locator("main"), report.paragraph[lang].slice(0, 30));
  assert.deepEqual(JSON.parse(await download(page, "json")).kinds, report.kinds);
  assert.match(await download(page, "csv"), /25,?780/);
  assert.match(await download(page, "html"), new RegExp(`<html[^>]* lang="${lang}"`));
});

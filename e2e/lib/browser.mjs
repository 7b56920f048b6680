// Chromium of the distribution, with no foreign host in reach.
import { chromium } from "playwright-core";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import assert from "node:assert/strict";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
export const out = path.resolve(here, "../out");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const sizes = {
  kiosk: { width: 1080, height: 1920 },
  display: { width: 1920, height: 1080 },
  counter: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
};

export async function openBrowser() {
  await mkdir(out, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP *.localhost 127.0.0.1",
    ],
  });
}

// A page that fails the test on a script error or on a request to anybody but this centre.
export async function openPage(context, complaints) {
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("request", (request) => {
    const host = new URL(request.url()).hostname;
    const own = host === "localhost" || host === "127.0.0.1" || host.endsWith(".localhost");
    if (!own && !request.url().startsWith("data:")) complaints.push(`foreign host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`);
  });
  return page;
}

export async function picture(page, name) {
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(out, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled" });
  return file;
}

// WCAG 2.2 A and AA by axe-core; nothing may be found.
export async function axeClean(page, where) {
  // Through the debugger, so that the page's own content security policy stays as strict as it is.
  await page.evaluate(axe);
  const result = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  const found = result.violations.map(
    (v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join("; ")})`,
  );
  assert.deepEqual(found, [], `axe-core on ${where}`);
}

// Waiting for what must come true, and never for a time.
import assert from "node:assert/strict";

const PATIENCE_MS = 20_000;
const LOOKS_EVERY_MS = 50;

/** Waits until `look()` gives something true, and gives it back. */
export async function until(what, look, patience = PATIENCE_MS) {
  let last;
  for (const end = Date.now() + patience; ; ) {
    try {
      last = await look();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${patience / 1000} s (last: ${last})`);
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
}

// Marks that keep a code's direction are seen by nobody.
export const textOf = async (locator) =>
  (await locator.first().innerText()).replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** Waits until the first match shows a text that fits, and gives the text. */
export async function see(locator, fits, patience = PATIENCE_MS) {
  const found = (text) => (fits instanceof RegExp ? fits.test(text) : text.includes(fits));
  let text = "";
  return until(`${fits} in ${locator}`, async () => found((text = await textOf(locator))) && (text || " "), patience).catch(
    (error) => assert.fail(`${error.message}; the page shows “${text}”`),
  );
}

export const shown = (locator) => locator.first().waitFor({ state: "visible", timeout: PATIENCE_MS });
export const gone = (locator) => locator.first().waitFor({ state: "hidden", timeout: PATIENCE_MS });

/** The page reads in the direction of its language. */
export async function readsRightly(page, lang) {
  const [dir, said] = await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang]);
  assert.deepEqual([dir, said], [lang === "ar" ? "rtl" : "ltr", lang]);
}

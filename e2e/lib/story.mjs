// A story is one person's path through a centre of its own. It runs once in Arabic and once in English, ends what it
// started, and leaves pictures of every page and the centre's log in out/ where it fails.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage, sizes } from "./browser.mjs";

export const out = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../out");
export const languages = ["ar", "en"];

const STORY_MS = 240_000;

/** `tell({ lang, open, keep })` for each language; `only` for stories that no language changes. */
export function story(name, tell, { only } = {}) {
  for (const lang of only ? [only] : languages) {
    test(`${name} [${lang}]`, { timeout: STORY_MS }, async () => {
      const scene = new Scene(await openBrowser(), lang);
      const { keep, open, beside } = scene;
      try {
        await tell({ lang, keep: keep.bind(scene), open: open.bind(scene), beside: beside.bind(scene) });
        assert.deepEqual(scene.complaints, [], "nothing breaks in the browser");
      } catch (error) {
        await scene.remember(`${name} ${lang}`.replace(/\W+/g, "-"));
        throw error;
      } finally {
        await scene.end();
      }
    });
  }
}

class Scene {
  complaints = [];
  #kept = [];
  #pages = [];
  #browser;

  constructor(opened, lang) {
    this.#browser = opened;
    this.lang = lang;
  }

  /** Keeps a centre (or anything else with `stop`) until the story ends. */
  keep = async (starting) => {
    const kept = await starting;
    this.#kept.push(kept);
    return kept;
  };

  /** A person with a browser of their own, looking at `url` in the story's language. */
  open = async (url, { size = "desk", ...options } = {}) => {
    const context = await this.#browser.newContext({
      viewport: sizes[size],
      locale: this.lang === "ar" ? "ar-BH" : "en-GB",
      reducedMotion: "reduce",
      ...options,
    });
    this.#kept.push({ stop: () => context.close() });
    return this.beside(context, url);
  };

  /** One more page in the same browser. */
  beside = async (context, url) => {
    const page = await openPage(context, this.complaints);
    this.#pages.push(page);
    if (url) await page.goto(url, { waitUntil: "load" });
    return page;
  };

  async remember(name) {
    await mkdir(out, { recursive: true });
    const logs = this.#kept.map((kept) => kept.log?.()).filter(Boolean);
    await writeFile(path.join(out, `failed-${name}.log`), [...this.complaints, ...logs].join("\n"));
    for (const [index, page] of this.#pages.entries()) {
      const file = path.join(out, `failed-${name}-${index}.png`);
      await page.screenshot({ path: file, timeout: 5_000 }).catch(() => {});
    }
  }

  async end() {
    for (const kept of this.#kept.reverse()) await kept.stop();
    await this.#browser.close();
  }
}

// What a page lets its loudspeaker play, in order and with its times: the page's own way to it is listened to.

/** Runs before the page's scripts. */
export async function listenTo(page) {
  await page.addInitScript(() => {
    const heard = [];
    globalThis.heard = heard;
    const urlOf = new WeakMap();
    const bytes = Response.prototype.arrayBuffer;
    Response.prototype.arrayBuffer = async function () {
      const buffer = await bytes.call(this);
      urlOf.set(buffer, new URL(this.url).pathname);
      return buffer;
    };
    const decode = BaseAudioContext.prototype.decodeAudioData;
    BaseAudioContext.prototype.decodeAudioData = async function (buffer) {
      const url = urlOf.get(buffer);
      const sound = await decode.call(this, buffer);
      urlOf.set(sound, url);
      return sound;
    };
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (at = 0) {
      heard.push({ clip: urlOf.get(this.buffer), from: at, to: at + this.buffer.duration });
      return start.call(this, at);
    };
  });
}

/** Names of what was played, as `ar/ticket`; the chime as `chime`. */
export const heard = async (page) =>
  (await page.evaluate(() => globalThis.heard)).map((one) => one.clip.replace(/^\/media\/voice\/|\.wav$/g, ""));

/** Whether no sound began before the one before it had ended. */
export const nothingCutOff = (page) =>
  page.evaluate(() => globalThis.heard.every((one, at, all) => at === 0 || one.from >= all[at - 1].to - 0.005));

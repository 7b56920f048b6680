// Starts a Nawat of its own for a test: free port, temporary folder, stopped by its process id.
import { execFile, spawn } from "node:child_process";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const binary = process.env.NAWAT_BIN ?? path.join(root, "target/release/nawat");
export const referenceCentre = path.join(root, "centres/bahrain-housing");

const START_MS = 60_000;
const LOOKS_EVERY_MS = 50;

const exists = (file) => access(file).then(() => true, () => false);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A folder that goes with the test. */
export async function ownFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "nawat-e2e-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs a command to its end and gives its standard output; a failure says what the command said. */
export async function run(...args) {
  const { stdout } = await promisify(execFile)(binary, args.map(String), { maxBuffer: 1 << 26 });
  return stdout;
}

// `people`: "none" leaves the hall empty; otherwise simulated people come at `speed`.
export async function startDemo({ people = "none", speed = 1, data, port = 0, seed = 1 } = {}) {
  const own = await ownFolder();
  const args = ["demo", "--port", port, "--speed", speed, "--seed", seed, "--data", data ?? path.join(own.folder, "data")];
  if (people === "none") args.push("--people", "none");
  return start(args, own);
}

/** A centre that lives by the wall clock; `first` is its first administrator. */
export async function startServe({ data, port = 0 } = {}) {
  const own = await ownFolder();
  const args = ["serve", "--centre", referenceCentre, "--listen", `127.0.0.1:${port}`];
  return start([...args, "--data", data ?? path.join(own.folder, "data")], own);
}

async function start(args, own) {
  const ready = path.join(own.folder, "ready.json");
  const child = spawn(binary, [...args.map(String), "--ready", ready], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (chunk) => (log += chunk));
  child.stderr.on("data", (chunk) => (log += chunk));
  let alive = true;
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve((log += error)));
    child.once("exit", resolve);
  }).then(() => (alive = false));
  for (const until = Date.now() + START_MS; alive && Date.now() < until && !(await exists(ready)); ) {
    await pause(LOOKS_EVERY_MS);
  }
  if (!(await exists(ready))) {
    child.kill("SIGKILL");
    await own.remove();
    throw new Error(`${binary} ${args[0]} did not start:\n${log}`);
  }
  const told = JSON.parse(await readFile(ready, "utf8"));
  const port = Number(new URL(told.url).port);
  const halt = async (signal) => {
    if (alive) child.kill(signal);
    await ended;
  };
  return {
    ...told,
    port,
    log: () => log,
    /** The host of one role or screen: cookies and connections of its own. */
    host: (role) => `http://${role}.localhost:${port}`,
    async api(role, method, route, body) {
      const headers = { authorization: `Bearer ${told.roles[role].token}` };
      if (body !== undefined) headers["content-type"] = "application/json";
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1${route}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, body: text ? JSON.parse(text) : undefined };
    },
    /** As `api`, and fails the test where the centre refuses. */
    async told(role, method, route, body) {
      const { status, body: said } = await this.api(role, method, route, body);
      if (status >= 400) throw new Error(`${method} ${route} was refused: ${status} ${JSON.stringify(said)}`);
      return said;
    },
    /** Stops answering without closing a connection, as when a cable is pulled; and goes on. */
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    /** As when the power goes. */
    kill: () => halt("SIGKILL"),
    async stop() {
      child.kill("SIGCONT");
      await halt("SIGTERM");
      await own.remove();
    },
  };
}

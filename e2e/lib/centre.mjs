// Starts a Nawat of its own for a test: free port, temporary folder, stopped by its process id.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, access } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const binary = process.env.NAWAT_BIN ?? path.join(root, "target/release/nawat");

async function exists(file) {
  return access(file).then(() => true, () => false);
}

// `people`: "none" leaves the hall empty; otherwise simulated people come at `speed`.
export async function startDemo({ people = "none", speed = 1, data, extra = [] } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "nawat-e2e-"));
  const ready = path.join(folder, "ready.json");
  const args = ["demo", "--port", "0", "--speed", String(speed), "--ready", ready];
  args.push("--data", data ?? path.join(folder, "data"));
  if (people === "none") args.push("--people", "none");
  const child = spawn(binary, [...args, ...extra], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (chunk) => (log += chunk));
  child.stderr.on("data", (chunk) => (log += chunk));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let alive = true;
  ended.then(() => (alive = false));
  for (let tries = 0; tries < 600 && alive && !(await exists(ready)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!(await exists(ready))) throw new Error(`the demo did not start:\n${log}`);
  const told = JSON.parse(await readFile(ready, "utf8"));
  const port = new URL(told.url).port;
  return {
    ...told,
    port,
    folder,
    log: () => log,
    host: (role) => `http://${role}.localhost:${port}`,
    async api(role, method, route, body) {
      const headers = { authorization: `Bearer ${told.roles[role].token}` };
      if (body !== undefined) headers["content-type"] = "application/json";
      const response = await fetch(`http://127.0.0.1:${port}/api/v1${route}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
    async stop() {
      if (alive) child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A Pivotal of the specs' own: the real binary with an empty state, a free port and the production build of the web app.
 * What is known of it stands in a file, so that a spec can restart it and the end of the run can stop it.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, chmodSync, existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

interface Running {
  pid: number;
  port: number;
  state: string;
}

const WEB = resolve(import.meta.dirname, "..");

/** Larger than any file of the specs, small enough to be exceeded by one made in a page; more for a story of a million rows. */
export const UPLOAD_LIMIT_MB = Number(process.env.E2E_UPLOAD_LIMIT_MB ?? 200);

/** PIVOTAL_BIN, or what cargo built last in this checkout. BUILD=release for that build. */
export function binary(): string {
  const target = process.env.CARGO_TARGET_DIR ?? join(WEB, "..", "target");
  const build = process.env.BUILD === "release" ? "release" : "debug";
  const path = process.env.PIVOTAL_BIN ?? process.env.E2E_BINARY ?? join(target, build, "pivotal");
  if (!existsSync(path)) {
    throw new Error(
      `There is no Pivotal at ${path}. Build it (cargo build --bin pivotal), or name one by PIVOTAL_BIN.`,
    );
  }
  return path;
}

const file = () => process.env.E2E_RUNNING ?? "";
const running = () => JSON.parse(readFileSync(file(), "utf8")) as Running;

/** Starts one on an empty state and tells the workers where it is. */
export async function startPivotal(): Promise<void> {
  if (!existsSync(join(WEB, "dist", "index.html"))) throw new Error("The web app is not built: npm run build");
  const state = mkdtempSync(join(tmpdir(), "pivotal-e2e-"));
  // As root the database runs as another user, who must be able to enter.
  chmodSync(state, 0o755);
  process.env.E2E_RUNNING = join(state, "running.json");
  const port = await freePort();
  process.env.E2E_URL = `http://127.0.0.1:${port}`;
  await launch(port, state);
}

/** The same state again, as after Ctrl-C and another start. */
export async function restartPivotal(): Promise<void> {
  const { port, state } = running();
  await end();
  await launch(port, state);
}

export async function stopPivotal(): Promise<void> {
  if (!existsSync(file())) return;
  const { state } = running();
  await end();
  rmSync(state, { recursive: true, force: true });
}

/** Another one of a spec's own, with settings that the others do not have. It is gone with the spec. */
export async function besides(settings: Record<string, string>): Promise<{ url: string; stop: () => Promise<void> }> {
  const state = mkdtempSync(join(tmpdir(), "pivotal-e2e-"));
  chmodSync(state, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { pid, ready } = run(port, state, { PIVOTAL_PUBLIC_URL: url, ...settings });
  const stop = async () => {
    await endOf(pid);
    rmSync(state, { recursive: true, force: true });
  };
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function launch(port: number, state: string): Promise<void> {
  const { pid, ready } = run(port, state, {});
  writeFileSync(file(), JSON.stringify({ pid, port, state } satisfies Running));
  await ready();
}

function run(port: number, state: string, settings: Record<string, string>) {
  const log = join(state, "server.log");
  const out = openSync(log, "a");
  // Nothing of the developer's own settings or servers: this is what a new user gets.
  const foreign = /^(PIVOTAL_|DATABASE_URL|AMQP_URL|S3_|SMTP_|MAIL_|OIDC_|MEILI_)/;
  const env: Record<string, string | undefined> = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    PIVOTAL_STATE: join(state, ".pivotal"),
    PIVOTAL_ADDRESS: `127.0.0.1:${port}`,
    PIVOTAL_WEB_DIST: join(WEB, "dist"),
    PIVOTAL_UPLOAD_LIMIT_MB: String(UPLOAD_LIMIT_MB),
    // A page that asks nothing learns that its session was ended when its socket looks: not after 15 seconds each time.
    PIVOTAL_SOCKET_CHECK_SECONDS: "2",
    ...settings,
  };
  const child = spawn(binary(), ["up"], { cwd: state, env, stdio: ["ignore", out, out], detached: true });
  child.unref();
  let ended = false;
  child.once("exit", () => {
    ended = true;
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Pivotal did not start: ${binary()}`);
  const ready = async () => {
    const giveUp = Date.now() + 90_000;
    for (;;) {
      if (await isReady(port)) return;
      if (ended || Date.now() > giveUp) {
        throw new Error(
          `Pivotal ${ended ? "ended while starting" : "was not ready after 90 s"}:\n${readFileSync(log, "utf8")}`,
        );
      }
      await pause(200);
    }
  };
  return { pid, ready };
}

const end = () => endOf(running().pid);

async function endOf(pid: number): Promise<void> {
  const alive = (signal: NodeJS.Signals | 0) => {
    try {
      return process.kill(pid, signal);
    } catch {
      return false;
    }
  };
  alive("SIGTERM");
  const giveUp = Date.now() + 30_000;
  while (alive(0) && Date.now() < giveUp) await pause(100);
  alive("SIGKILL");
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** Between two looks at a process; specs themselves wait for what they need to see. */
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

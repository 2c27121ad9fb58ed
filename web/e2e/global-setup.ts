import { startPivotal, stopPivotal } from "./pivotal.ts";

/**
 * Builds nothing. Answers with what ends the run. While a spec is being written, E2E_URL may name a Pivotal that runs
 * already: it is used as it is and left alone. The story needs one of its own, because it begins empty and restarts it.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.E2E_URL !== undefined) return async () => {};
  try {
    await startPivotal();
  } catch (error) {
    await stopPivotal();
    throw error;
  }
  return stopPivotal;
}

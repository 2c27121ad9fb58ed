import { startPivotal, stopPivotal } from "./pivotal.ts";

/** Builds nothing. Answers with what ends the run. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  try {
    await startPivotal();
  } catch (error) {
    await stopPivotal();
    throw error;
  }
  return stopPivotal;
}

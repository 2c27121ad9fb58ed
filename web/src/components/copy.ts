import { toastDone, toastFailed } from "./toast.tsx";

/** To the clipboard, and says so. Browsers keep it from pages that came over plain http, and people can refuse it. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toastDone(done);
  } catch {
    toastFailed("The browser did not let us copy it. Select it, and copy it by hand.");
  }
}

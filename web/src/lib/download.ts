/** Saves an answer of the API as a file. A plain link cannot carry the access token. */
import { fromProblem } from "./api-error.ts";
import { send } from "./http.ts";

export async function download(path: string, fileName: string): Promise<void> {
  const response = await send(path);
  if (!response.ok) throw fromProblem(response.status, await response.json().catch(() => null));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

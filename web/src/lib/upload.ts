/** Sends a file with progress and cancel. XMLHttpRequest, because fetch does not tell how much of a body has left. */
import { fromProblem, unreachable } from "./api-error.ts";
import { rememberPosition } from "./position.ts";
import { bearer, refresh } from "./session.ts";
import { viewAsHeader } from "./viewing.ts";

export class UploadCancelled extends Error {
  override name = "UploadCancelled";
}

export interface Upload<T> {
  done: Promise<T>;
  cancel: () => void;
}

export function upload<T>(
  path: string,
  body: Blob,
  onProgress: (sent: number, total: number) => void,
  method: "POST" | "PUT" = "POST",
): Upload<T> {
  let current: XMLHttpRequest | null = null;
  let cancelled = false;

  const attempt = () =>
    new Promise<XMLHttpRequest>((resolve, reject) => {
      const request = new XMLHttpRequest();
      current = request;
      request.open(method, path);
      for (const [name, value] of Object.entries({ ...bearer(), ...viewAsHeader() }))
        request.setRequestHeader(name, value);
      request.setRequestHeader("content-type", body.type === "" ? "application/octet-stream" : body.type);
      request.upload.addEventListener("progress", (event) => onProgress(event.loaded, body.size));
      request.addEventListener("load", () => resolve(request));
      request.addEventListener("error", () => reject(unreachable(null)));
      request.addEventListener("abort", () => reject(new UploadCancelled()));
      request.send(body);
    });

  const run = async (): Promise<T> => {
    let response = await attempt();
    if (response.status === 401 && (await refresh())) {
      if (cancelled) throw new UploadCancelled();
      response = await attempt();
    }
    const answer = parse(response.responseText);
    if (response.status < 200 || response.status > 299) throw fromProblem(response.status, answer);
    const position = response.getResponseHeader("x-pivotal-position");
    if (position !== null) rememberPosition(Number(position));
    return answer as T;
  };

  return {
    done: run(),
    cancel: () => {
      cancelled = true;
      current?.abort();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

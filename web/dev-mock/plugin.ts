/** Serves the API's surface from memory for `npm run dev:mock`, `preview:mock` and tests. Never part of a build. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { handle } from "./server.ts";

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function middleware(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const url = request.url ?? "/";
  if (!url.startsWith("/graphql") && !url.startsWith("/api/")) return next();
  void (async () => {
    const answer = await handle({
      method: request.method ?? "GET",
      url,
      headers: request.headers as Record<string, string | undefined>,
      body: await bodyOf(request),
    });
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
  })();
}

export function devMock(): Plugin {
  return {
    name: "pivotal-dev-mock",
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  };
}

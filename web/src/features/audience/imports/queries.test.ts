import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetPosition, positionHeader } from "@/lib/position.ts";
import { importPage, importQuery } from "./queries.ts";

const fetching = vi.fn<typeof fetch>();
const answers = (data: unknown) => fetching.mockResolvedValueOnce(new Response(JSON.stringify({ data })));

beforeEach(() => {
  forgetPosition();
  fetching.mockReset();
  vi.stubGlobal("fetch", fetching);
});

it("asks later lists for all that an import did once its end was seen", async () => {
  answers({ import: { id: "1", state: "RUNNING", position: null } });
  await new QueryClient().fetchQuery(importQuery("1"));
  expect(positionHeader()).toEqual({});
  answers({ import: { id: "1", state: "COMPLETED", position: 42 } });
  await new QueryClient().fetchQuery(importQuery("1"));
  expect(positionHeader()).toEqual({ "x-pivotal-after": "42" });
});

it("does so from the list of imports, too", async () => {
  const edges = [{ node: { id: "2", position: 51 } }, { node: { id: "1", position: 42 } }];
  answers({ imports: { edges, pageInfo: {} } });
  await importPage({ first: 10, filter: {}, sort: null, signal: new AbortController().signal });
  expect(positionHeader()).toEqual({ "x-pivotal-after": "51" });
});

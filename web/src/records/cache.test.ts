import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { patchRecord, withFields } from "./cache.ts";

const row = (id: string, jobTitle: string) => ({ id, jobTitle, tags: ["a"], fields: { job_title: jobTitle } });

describe("patching a record in the caches", () => {
  it("changes the field and its column", () => {
    expect(withFields(row("1", "Planner"), { job_title: "Head" })).toMatchObject({
      jobTitle: "Head",
      fields: { job_title: "Head" },
    });
  });

  it("reaches lists and the record's own page, and takes it back everywhere", () => {
    const client = new QueryClient();
    const list = {
      pages: [
        {
          edges: [
            { cursor: "0", node: row("1", "Planner") },
            { cursor: "1", node: row("2", "Other") },
          ],
        },
      ],
    };
    client.setQueryData(["contacts", "list", {}], list);
    client.setQueryData(["contacts", "record", "1"], { contact: row("1", "Planner") });
    const rollback = patchRecord(client, "contacts", "1", (node) => withFields(node, { job_title: "Head" }));
    const patched = client.getQueryData<typeof list>(["contacts", "list", {}]);
    expect(patched?.pages[0]?.edges[0]?.node.jobTitle).toBe("Head");
    expect(patched?.pages[0]?.edges[1]).toBe(list.pages[0]?.edges[1]);
    expect(client.getQueryData<{ contact: { jobTitle: string } }>(["contacts", "record", "1"])?.contact.jobTitle).toBe(
      "Head",
    );
    rollback();
    expect(client.getQueryData(["contacts", "list", {}])).toEqual(list);
  });
});

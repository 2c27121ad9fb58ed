import { beforeEach, describe, expect, it, vi } from "vitest";
import { TypedDocumentString } from "@/gql/graphql.ts";
import { RefusedError } from "./api-error.ts";
import { accepted, execute } from "./graphql.ts";
import { forgetPosition } from "./position.ts";

type Data = { contactUpdate: { position: number } };
const READ = new TypedDocumentString<{ me: { id: string } }, Record<string, never>>("query Me { me { id } }");
const WRITE = new TypedDocumentString<Data, Record<string, never>>("mutation Change { contactUpdate { position } }");

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const sent = (call: unknown[] = []) => ((call[1] ?? {}) as RequestInit).headers as Record<string, string>;

const fetching = vi.fn<typeof fetch>();
beforeEach(() => {
  forgetPosition();
  fetching.mockReset();
  vi.stubGlobal("fetch", fetching);
});

describe("execute", () => {
  it("asks later reads for the position of an own write", async () => {
    fetching.mockResolvedValueOnce(json({ data: { contactUpdate: { position: 42 } } }));
    await execute(WRITE, {});
    fetching.mockResolvedValueOnce(json({ data: { me: { id: "1" } } }));
    await execute(READ, {});
    expect(sent(fetching.mock.calls[0])["x-pivotal-after"]).toBeUndefined();
    expect(sent(fetching.mock.calls[1])["x-pivotal-after"]).toBe("42");
  });

  it("never goes back to a lower position", async () => {
    for (const position of [42, 17]) {
      fetching.mockResolvedValueOnce(json({ data: { contactUpdate: { position } } }));
      await execute(WRITE, {});
    }
    fetching.mockResolvedValueOnce(json({ data: { me: { id: "1" } } }));
    await execute(READ, {});
    expect(sent(fetching.mock.calls[2])["x-pivotal-after"]).toBe("42");
  });

  it("refreshes once for many calls whose token ran out, then repeats them", async () => {
    let token = "";
    let refreshes = 0;
    fetching.mockImplementation(async (input, init) => {
      if (String(input).endsWith("/refresh")) {
        refreshes += 1;
        expect(sent([input, init])["x-pivotal-csrf"]).toBe("1");
        token = "Bearer fresh";
        return json({ accessToken: "fresh", expiresIn: 900 });
      }
      return sent([input, init]).authorization === "Bearer fresh" && token !== ""
        ? json({ data: { me: { id: "1" } } })
        : json({ code: "unauthenticated" }, 401);
    });
    const answers = await Promise.all([execute(READ, {}), execute(READ, {}), execute(READ, {})]);
    expect(answers).toHaveLength(3);
    expect(refreshes).toBe(1);
  });

  it("turns a lost connection into words and a retry", async () => {
    fetching.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await expect(execute(READ, {})).rejects.toMatchObject({ code: "unreachable", retryable: true });
  });

  it("keeps the field of a refusal", () => {
    const payload = {
      position: null,
      userErrors: [{ code: "email_syntax", field: "email", message: "Not an address." }],
    };
    expect(() => accepted(payload)).toThrow(RefusedError);
  });
});

import { describe, expect, it } from "vitest";
import type { ChangedList } from "@/features/audience/lists/mutations.ts";
import { contactKind } from "../kinds/contact-kind.ts";
import { assignedWords, keptOf, listName } from "./assigned.ts";

const made = (change: object | null): ChangedList => ({ list: null, change: change as ChangedList["change"] });
const CHANGE = { id: "made", asked: 3, changed: 3, unchanged: 0, refused: [], refusedCount: 0, bulkId: null };

describe("the list that a selection is kept as", () => {
  it("is called by how many were picked and when", () => {
    expect(listName(contactKind, { ids: ["a"], except: [], filter: {} }, "23 Nov 20:15")).toBe(
      "1 contact picked, 23 Nov 20:15",
    );
    expect(listName(contactKind, { ids: null, except: [], filter: {} }, "23 Nov 20:15")).toBe(
      "Contacts that matched, 23 Nov 20:15",
    );
  });

  it("is known before the lists show it", () => {
    expect(keptOf(made(CHANGE), "Picked")).toEqual({ id: "made", name: "Picked", members: 3, refused: 0 });
    expect(() => keptOf(made(null), "Picked")).toThrow("nothing was assigned");
  });

  it("says how many are in it, who was refused, or that it is being filled", () => {
    const words = (change: object) =>
      assignedWords(contactKind, keptOf(made({ ...CHANGE, ...change }), "Picked"), "Spring");
    expect(words({})).toBe("3 contacts are in the audience of Spring");
    expect(words({ refusedCount: 2 })).toBe("1 contact is in the audience of Spring; 2 entries were refused");
    expect(words({ bulkId: "b1", asked: 0 })).toBe("“Picked” is being filled, and is in the audience of Spring");
  });
});

import { describe, expect, it } from "vitest";
import type { ListChange } from "@/features/audience/lists/mutations.ts";
import { type Answer, answerOf, answerRest, answerTitle, isClean, isUndoable, refusedBy, unnamed } from "./answer.ts";

const change = (over: Partial<ListChange>): ListChange => ({
  id: "c",
  asked: 10,
  changed: 10,
  unchanged: 0,
  refused: [],
  refusedCount: 0,
  bulkId: null,
  ...over,
});
const list = { id: "l", name: "Berlin", entity: "CONTACT" as const };
const said = (over: Partial<ListChange>, verb: "ADD" | "REMOVE" = "ADD"): Answer => {
  const answer = answerOf(verb, list, { change: change(over) });
  if (answer === null) throw new Error("There is something to tell.");
  return answer;
};

describe("what a change of a list came to", () => {
  it("names what came in, what was there and what was refused, adding up to what was asked", () => {
    const answer = said({ changed: 6, unchanged: 3, refusedCount: 1 });
    expect(answerTitle(answer)).toBe("6 contacts added to “Berlin”");
    expect(answerRest(answer)).toEqual(["3 contacts were in it already", "1 entry was refused"]);
    expect(isClean(answer)).toBe(false);
    expect(isUndoable(answer)).toBe(true);
  });

  it("says of a removal who was not in it", () => {
    const answer = said({ asked: 2, changed: 1, unchanged: 1 }, "REMOVE");
    expect(answerTitle(answer)).toBe("1 contact removed from “Berlin”");
    expect(answerRest(answer)).toEqual(["1 contact was not in it"]);
  });

  it("offers no undo where nothing moved, and never of a bulk change", () => {
    expect(answerTitle(said({ asked: 2, changed: 0, unchanged: 2 }))).toBe("Nothing added to “Berlin”");
    expect(isUndoable(said({ asked: 2, changed: 0, unchanged: 2 }))).toBe(false);
    const job = said({ changed: null, unchanged: null, bulkId: "b" });
    expect(answerTitle(job)).toBe("“Berlin” is being filled");
    expect(isUndoable(job)).toBe(false);
    expect(isClean(job)).toBe(true);
    expect(isClean(said({ bulkId: "b", refusedCount: 1 })), "refused lines of a long paste are still to be read").toBe(
      false,
    );
  });

  it("does not pass for nothing what the read side has not counted yet", () => {
    const answer = said({ asked: 5, changed: null, unchanged: null, refusedCount: 2 });
    expect(answerTitle(answer)).toBe("3 contacts named; how many were new is not known yet");
    expect(isUndoable(answer)).toBe(true);
  });

  it("has nothing to tell of an empty list that was made", () => {
    expect(answerOf("ADD", list, { change: change({ asked: 0, changed: 0 }) })).toBeNull();
    expect(answerOf("ADD", list, { change: null })).toBeNull();
  });

  it("puts what was refused together by its reason, and counts what is not named", () => {
    const refused = [
      { entry: "a@x.de", code: "NOT_FOUND", message: "There is no such record." },
      { entry: "??", code: "UNREADABLE", message: "It cannot be read." },
      { entry: "b@x.de", code: "NOT_FOUND", message: "There is no such record." },
    ];
    expect(refusedBy(refused)).toEqual([
      { why: "There is no such record.", entries: ["a@x.de", "b@x.de"] },
      { why: "It cannot be read.", entries: ["??"] },
    ]);
    expect(unnamed(change({ refused, refusedCount: 3 }))).toBeNull();
    expect(unnamed(change({ refused, refusedCount: 1203 }))).toBe("1,200 more were refused and are not named here.");
  });
});

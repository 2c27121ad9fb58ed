import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetRecent, noteOpened, noteSearch, useRecent } from "./recent.ts";

beforeEach(() => act(forgetRecent));

describe("what was looked for lately", () => {
  it("stands newest first, each once, and not what was typed on the way", () => {
    const { result } = renderHook(useRecent);
    act(() => ["nor", "vester", "Norhavn", "vester "].forEach(noteSearch));
    expect(result.current.searches).toEqual(["vester", "Norhavn"]);
  });

  it("keeps the last few records by id alone", () => {
    const { result } = renderHook(useRecent);
    act(() => ["1", "2", "3", "4", "5", "6", "7", "2"].forEach((id) => noteOpened("CONTACT", id)));
    expect(result.current.opened.map(({ id }) => id)).toEqual(["2", "7", "6", "5", "4", "3"]);
    expect(localStorage.getItem("pivotal.recent")).not.toContain("name");
  });

  it("is nothing to the next person", () => {
    noteSearch("vester");
    act(forgetRecent);
    expect(renderHook(useRecent).result.current).toEqual({ searches: [], opened: [] });
    expect(localStorage.getItem("pivotal.recent")).toBeNull();
  });
});

import { expect, it } from "vitest";
import { itemFilter } from "./items.tsx";
import { peopleFilter } from "./people.tsx";

const read = (text: string) => new URLSearchParams(text);

it("reads from the address which domains are shown, and passes over what is no filter", () => {
  expect(itemFilter(read("status=matched&via=fuzzy&q= nord &lookalikes=1"))).toEqual({
    statuses: ["MATCHED"],
    via: "FUZZY",
    lookalikes: true,
    q: "nord",
  });
  expect(itemFilter(read("status=elsewhere&via=&q="))).toEqual({ statuses: [], via: null, lookalikes: false, q: null });
});

it("reads from the address which people are shown", () => {
  expect(peopleFilter(read("title=head&seniority=VP&seniority=C-level&email=1"))).toEqual({
    title: "head",
    seniority: ["VP", "C-level"],
    department: [],
    withEmail: true,
    fuzzy: false,
  });
});

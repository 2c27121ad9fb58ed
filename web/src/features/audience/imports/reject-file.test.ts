import { describe, expect, it } from "vitest";
import { columnOf, readRejects } from "./reject-file.ts";

const FILE = [
  "\uFEFFEmail,Last name,Phone,Row,Result,Reasons",
  "annika(at)norhavn.test,Vester,'=1+1,4,rejected,Email: not a valid address. [email_syntax] Row is odd. [odd]",
  "luca@ferrandi.test,Ferrandi,+45 12,9,warning,Direct phone: no such number. [phone_impossible]",
  '"x@y.test",Long,1,one,too many,12,rejected,The row has more cells than the header. [row_too_long],"Mend this row, then empty this cell"',
  "short,13,rejected,Email: not a valid address. [email_syntax]",
].join("\r\n");

describe("the reject file", () => {
  const rows = readRejects(`${FILE}\r\n`, 3);

  it("gives the rejected rows with their own cells", () => {
    expect(rows.map((row) => row.row)).toEqual([4, 12, 13]);
    expect(rows[0]?.cells).toEqual(["annika(at)norhavn.test", "Vester", "=1+1"]);
    expect(rows[2]?.cells).toEqual(["short", "", ""]);
  });

  it("tells reasons that only warn from those that reject", () => {
    const [first] = readRejects(FILE, 3, new Set(["odd"]));
    expect(first?.problems.map((problem) => problem.rejected)).toEqual([true, false]);
  });

  it("gives cells that have no column apart", () => {
    expect(rows[1]).toMatchObject({ cells: ["x@y.test", "Long", "1"], more: ["one", "too many"] });
  });

  it("gives every reason, and the column it speaks of", () => {
    expect(rows[0]?.problems.map((problem) => problem.code)).toEqual(["email_syntax", "odd"]);
    const choices = [{ column: 0, target: { entity: "CONTACT" as const, field: "email" }, rule: "BY_SOURCE" as const }];
    const fields = { CONTACT: [{ key: "email", label: "Email" }] as never, ACCOUNT: [] };
    const [first, second] = rows[0]?.problems ?? [];
    expect(first && columnOf(first, choices, fields)).toBe(0);
    expect(second && columnOf(second, choices, fields)).toBeNull();
  });
});

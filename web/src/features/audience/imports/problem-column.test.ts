import { expect, it } from "vitest";
import { columnOf } from "./problem-column.ts";

const problem = (message: string) => ({ code: "any", field: null, message, value: null, rejected: true });

it("the column of a problem is the one whose field begins its sentence", () => {
  const choices = [
    { column: 0, target: { entity: "CONTACT" as const, field: "email" }, rule: "BY_SOURCE" as const },
    { column: 3, target: { entity: "ACCOUNT" as const, field: "domain" }, rule: "BY_SOURCE" as const },
  ];
  const fields = {
    CONTACT: [{ key: "email", label: "Email" }] as never,
    ACCOUNT: [{ key: "domain", label: "Domain" }] as never,
  };
  const at = (message: string) => columnOf(problem(message), choices, fields);
  expect(at("Email: not a valid address.")).toBe(0);
  expect(at("Domain: not a domain.")).toBe(3);
  expect(at("The row has more cells than the header: nobody knows which belongs where.")).toBeNull();
});

/** The client whose file an import is: what it makes may be used for that client only. */
import type { Import } from "./queries.ts";

export interface Supplier {
  id: string;
  name: string;
}

/** As the import has it; nothing for a file that is nobody's. */
export function supplierOf(one: Pick<Import, "suppliedById" | "suppliedByName">): Supplier | null {
  return one.suppliedById ? { id: one.suppliedById, name: one.suppliedByName ?? "A client" } : null;
}

/** What a picker offers: the clients found, and before them the one that is chosen, should it not be among them. */
export function offered(
  found: readonly { value: string; label: string }[],
  chosen: Supplier | null,
): { value: string; label: string }[] {
  const options = found.map(({ value, label }) => ({ value, label }));
  return chosen === null || options.some(({ value }) => value === chosen.id)
    ? options
    : [{ value: chosen.id, label: chosen.name }, ...options];
}

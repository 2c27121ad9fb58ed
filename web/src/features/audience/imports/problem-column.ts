/** Which column a rejected row's problem is about. No React. */
import type { Entity } from "@/gql/graphql.ts";
import type { FieldDefinition } from "@/records/catalogue.ts";
import { type Choice, targetLabel } from "./mapping.ts";
import type { RowProblem } from "./row-problem.ts";

/** A problem's sentence begins with the field as forms call it. */
export function columnOf(
  problem: RowProblem,
  choices: readonly Choice[],
  fields: Record<Entity, readonly FieldDefinition[]>,
): number | null {
  const named = choices.find(({ target }) => {
    if (target === null) return false;
    const labels = [targetLabel(target, fields[target.entity]), labelOf(target.field, fields[target.entity])];
    return labels.some((label) => problem.message.startsWith(`${label}:`));
  });
  return named?.column ?? null;
}

const labelOf = (key: string, fields: readonly FieldDefinition[]) =>
  fields.find((field) => field.key === key)?.label ?? key;

/** Which column of a file goes where: the choices of the mapping page and what follows from them. No React. */
import type { ColumnMappingInput, Entity, WriteRule } from "@/gql/graphql.ts";
import type { FieldDefinition } from "@/records/catalogue.ts";
import type { Import } from "./queries.ts";

export interface Target {
  entity: Entity;
  /** Catalogue key, or `custom.<name>`. */
  field: string;
}

export interface Choice {
  column: number;
  /** null: not imported. */
  target: Target | null;
  rule: WriteRule;
}

export const RULES: readonly { value: WriteRule; label: string; meaning: string }[] = [
  { value: "BY_SOURCE", label: "By source", meaning: "The better source wins; among equals, the newer value." },
  { value: "FILL_EMPTY", label: "Fill if empty", meaning: "Only where nothing is known yet." },
  { value: "OVERWRITE", label: "Overwrite", meaning: "The file wins." },
  { value: "NEVER", label: "Never change", meaning: "Nothing is written; history keeps the value it saw." },
];

export const targetId = (target: Target) => `${target.entity}:${target.field}`;

/** What the server mapped before, else what it suggests. A field is given to one column only, the surest one. */
export function initialChoices(one: Pick<Import, "columns" | "mapping">): Choice[] {
  const mapped = new Map(one.mapping.map((row) => [row.column, row]));
  const taken = new Set<string>();
  const choices = one.columns.map((column): Choice => ({ column: column.index, target: null, rule: "BY_SOURCE" }));
  const surest = one.columns.toSorted((a, b) => b.confidence - a.confidence);
  for (const column of surest) {
    const choice = choices.find((other) => other.column === column.index);
    if (choice === undefined) continue;
    const saved = mapped.get(column.index);
    if (one.mapping.length > 0 && saved === undefined) continue;
    const field = saved?.field ?? column.suggestedField;
    const entity = saved?.entity ?? column.suggestedEntity;
    if (!field || !entity || taken.has(targetId({ entity, field }))) continue;
    taken.add(targetId({ entity, field }));
    choice.target = { entity, field };
    if (saved !== undefined) choice.rule = saved.rule;
  }
  return choices;
}

/** Fields a file can fill. */
export function importable(fields: readonly FieldDefinition[]): FieldDefinition[] {
  return fields.filter((field) => field.writable);
}

/** The column that already fills this field, if another one does. */
export function takenBy(choices: readonly Choice[], target: Target, column: number): number | null {
  const other = choices.find(
    (choice) => choice.column !== column && choice.target !== null && targetId(choice.target) === targetId(target),
  );
  return other?.column ?? null;
}

const has = (choices: readonly Choice[], entity: Entity, ...fields: string[]) =>
  choices.some((choice) => choice.target?.entity === entity && fields.includes(choice.target.field));

/** Found again by this value, so there is no rule for it: another value would be another record. */
export function isMatchKey(choices: readonly Choice[], target: Target): boolean {
  if (target.entity === "CONTACT") return target.field === "email" || target.field === "linkedin_url";
  return target.field === "domain" || (target.field === "name" && !has(choices, "ACCOUNT", "domain"));
}

/** How contacts of this file will be found again, in words; empty when they cannot be. */
export function matchWords(choices: readonly Choice[]): string[] {
  const words: string[] = [];
  if (has(choices, "CONTACT", "email", "secondary_emails")) words.push("email");
  if (has(choices, "CONTACT", "linkedin_url")) words.push("LinkedIn");
  if (has(choices, "CONTACT", "full_name", "last_name") && has(choices, "ACCOUNT", "name", "domain"))
    words.push("name with account");
  return words;
}

/** Why the import cannot start yet. */
export function blockedReason(choices: readonly Choice[]): string | undefined {
  return matchWords(choices).length > 0
    ? undefined
    : "Map at least one column that identifies a contact: email, LinkedIn, or a name together with the account.";
}

export function toInput(choices: readonly Choice[]): ColumnMappingInput[] {
  return choices.flatMap(({ column, target, rule }) =>
    target === null ? [] : [{ column, entity: target.entity, field: target.field, rule }],
  );
}

const CUSTOM = "custom.";
export const isCustom = (field: string) => field.startsWith(CUSTOM);

/** "Fleet size (2026)" becomes custom.fleet_size_2026; null when nothing of it is left. */
export function customKey(label: string): string | null {
  const name = label
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 60);
  return name === "" ? null : `${CUSTOM}${name}`;
}

export function customLabel(field: string): string {
  const words = field.slice(CUSTOM.length).replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Account fields named alike are told apart: "Name" of an account is "Account name". */
export function targetLabel(target: Target, fields: readonly FieldDefinition[]): string {
  if (isCustom(target.field)) return customLabel(target.field);
  const label = fields.find((field) => field.key === target.field)?.label ?? target.field;
  return target.entity === "ACCOUNT" && (target.field === "name" || target.field === "domain")
    ? `Account ${label.toLowerCase()}`
    : label;
}

export const DELIMITERS: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };

/** "UTF-8, comma, header in row 1". */
export function formatWords(one: Pick<Import, "encoding" | "delimiter" | "headerRow">): string {
  return [
    one.encoding,
    one.delimiter ? (DELIMITERS[one.delimiter] ?? one.delimiter) : null,
    one.headerRow === 0 ? "no header" : one.headerRow ? `header in row ${one.headerRow}` : null,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Which column of a file goes where: the choices of the mapping page and what follows from them. No React. */
import type { ColumnMappingInput, Entity, WriteRule } from "@/gql/graphql.ts";
import type { FieldDefinition } from "@/records/catalogue.ts";
import { CLIENT_RESTRICTION } from "@/records/restriction.ts";
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

/** Where the browser keeps what was chosen until the preview. */
export const draftKey = (id: string) => `import-draft.${id}`;

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
    choice.rule = saved?.rule ?? column.suggestedRule ?? "BY_SOURCE";
  }
  return choices;
}

/** As if no such file had been mapped before. */
export const guessed = (column: Import["columns"][number]): Import["columns"][number] =>
  column.usedBefore
    ? {
        ...column,
        suggestedField: column.guess?.field ?? null,
        suggestedEntity: column.guess?.entity ?? null,
        suggestedRule: null,
        confidence: column.guess?.confidence ?? 0,
        usedBefore: false,
      }
    : column;

export const folded = (header: string) => header.trim().toLowerCase();

/** What another import did with columns of the same names; a column it did not have keeps its suggestion. */
export function choicesLike(
  one: Pick<Import, "columns" | "mapping">,
  other: Pick<Import, "columns" | "mapping">,
): Choice[] {
  const before = new Map(other.columns.map((column) => [folded(column.header), column.index]));
  const rows = new Map(other.mapping.map((row) => [row.column, row]));
  const taken = new Set<string>();
  const known = one.columns.map((column): Choice | null => {
    const index = before.get(folded(column.header));
    if (index === undefined) return null;
    const row = rows.get(index);
    const target = row?.entity && row.field ? { entity: row.entity, field: row.field } : null;
    if (target === null || taken.has(targetId(target)))
      return { column: column.index, target: null, rule: "BY_SOURCE" };
    taken.add(targetId(target));
    return { column: column.index, target, rule: row?.rule ?? "BY_SOURCE" };
  });
  return initialChoices({ ...one, mapping: [] }).map((choice, at) => {
    const same = known[at];
    if (same !== null && same !== undefined) return same;
    return choice.target !== null && taken.has(targetId(choice.target)) ? { ...choice, target: null } : choice;
  });
}

/** Fields a file can fill. Whom its records may be used for, the import says as a whole. */
export function importable(fields: readonly FieldDefinition[]): FieldDefinition[] {
  return fields.filter((field) => field.writable && field.key !== CLIENT_RESTRICTION);
}

/** What a file is a list of. Decides which fields its columns can fill, and what its rows are counted as. */
export type Kind = "BOTH" | "CONTACTS" | "ACCOUNTS";

export const KIND_WORDS: Record<Kind, string> = {
  BOTH: "Contacts and their accounts",
  CONTACTS: "Contacts only",
  ACCOUNTS: "Accounts only",
};

/** Of an account, enough to find a contact's account by; nothing of the account is written. */
const FINDS_ACCOUNT = new Set(["name", "domain", "hq_country"]);

export function takes(kind: Kind, target: Target): boolean {
  if (kind === "BOTH" || target.entity === (kind === "CONTACTS" ? "CONTACT" : "ACCOUNT")) return true;
  return kind === "CONTACTS" && FINDS_ACCOUNT.has(target.field);
}

/** The choices as this kind of import takes them; the others are kept for another kind. */
export function ofKind(kind: Kind, choices: readonly Choice[]): Choice[] {
  return choices.map((choice) =>
    choice.target === null || takes(kind, choice.target) ? choice : { ...choice, target: null },
  );
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

/** How the records of this file will be found again, in words; empty when they cannot be. */
export function matchWords(choices: readonly Choice[], kind: Kind = "BOTH"): string[] {
  const words: string[] = [];
  if (kind === "ACCOUNTS") {
    if (has(choices, "ACCOUNT", "domain")) words.push("domain");
    if (has(choices, "ACCOUNT", "name")) words.push("name");
    return words;
  }
  if (has(choices, "CONTACT", "email", "secondary_emails")) words.push("email");
  if (has(choices, "CONTACT", "linkedin_url")) words.push("LinkedIn");
  if (has(choices, "CONTACT", "full_name", "last_name") && has(choices, "ACCOUNT", "name", "domain"))
    words.push("name with account");
  return words;
}

/** Why the import cannot start yet. */
export function blockedReason(choices: readonly Choice[], kind: Kind = "BOTH"): string | undefined {
  if (matchWords(choices, kind).length > 0) return undefined;
  return kind === "ACCOUNTS"
    ? "Map at least one column that identifies an account: its name or its domain."
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
  const known = fields.find((field) => field.key === target.field)?.label;
  // A custom field that was not defined yet is called by its key.
  const label = known ?? (isCustom(target.field) ? customLabel(target.field) : target.field);
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

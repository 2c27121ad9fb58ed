/** What the states of templates, their versions and their problems are called. */
import type { Tone } from "@/components/badge.tsx";
import type { Draft } from "./draft.ts";
import type { Problem, Standing, Status, Template, Version } from "./queries.ts";

export const TEMPLATES_PATH = "/campaigns/templates";

export const templatePath = (id: string): string => `${TEMPLATES_PATH}/${id}`;

export const SNIPPETS_PATH = "/campaigns/snippets";

export const snippetPath = (id: string): string => `${SNIPPETS_PATH}/${id}`;

/** What stands for a snippet in MJML, directly in a column. */
export const snippetElement = (name: string): string => `<mj-snippet name="${name}" />`;

/** "Legal footer!" as a name that can stand in MJML, while it is typed: "legal-footer-". */
export const snippetName = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, 60);

/** Which of them stand in a version, "legal-footer (3)"; a dash where there are none. */
export function snippetWords(snippets: Version["snippets"]): string {
  if (snippets.length === 0) return "—";
  return snippets.map(({ name, version }) => `${name} (${version})`).join(", ");
}

/** "Welcome and 2 more templates include it". */
export function usedWords(users: readonly { name: string }[]): string | undefined {
  const [first, ...more] = users;
  if (first === undefined) return undefined;
  if (more.length === 0) return `${first.name} includes it: take it out there first`;
  return `${first.name} and ${more.length} more include it: take it out there first`;
}

export const STATUS: Record<Status, { label: string; tone: Tone | "hollow" }> = {
  DRAFT: { label: "Draft", tone: "hollow" },
  IN_REVIEW: { label: "In review", tone: "info" },
  APPROVED: { label: "Approved", tone: "success" },
  RETURNED: { label: "Returned", tone: "warning" },
};

export const STANDING: Record<Standing, { label: string; tone: Tone | "hollow" }> = {
  IN_REVIEW: { label: "In review", tone: "info" },
  APPROVED: { label: "Approved", tone: "success" },
  RETURNED: { label: "Returned", tone: "warning" },
  SUPERSEDED: { label: "Superseded", tone: "hollow" },
};

/** "3, approved: 2"; what is sent is the one that was approved last. */
export function versionWords({ versions, approvedVersion }: Pick<Template, "versions" | "approvedVersion">): string {
  if (versions === 0) return "None yet";
  if (typeof approvedVersion !== "number") return `${versions}, none approved`;
  return approvedVersion === versions ? `${versions}` : `${versions}, approved: ${approvedVersion}`;
}

/** "emea, news" as the API takes it: each once, in the order given. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map((tag) => tag.trim()))].filter((tag) => tag !== "");
}

/** The one that waits for somebody's word. */
export const inReview = (versions: readonly Version[]): Version | undefined =>
  versions.find(({ standing }) => standing === "IN_REVIEW");

const WEIGHT: Record<Problem["severity"], number> = { ERROR: 0, WARNING: 1, HINT: 2 };

/** What matters most first. */
export function byWeight(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
}

const PARTS: Record<Problem["part"], string> = {
  SUBJECT: "Subject",
  PREHEADER: "Preheader",
  BODY: "Body",
  TEXT: "Plain text",
};

/** "Body, line 4"; lines only where they are seen. */
export function placeWords({ part, line }: Problem, body: Draft["body"]["kind"]): string {
  const numbered = typeof line === "number" && (part !== "BODY" || body === "source");
  return numbered ? `${PARTS[part]}, line ${line}` : PARTS[part];
}

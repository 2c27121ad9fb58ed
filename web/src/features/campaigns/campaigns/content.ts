/** What a campaign by mail says, as the form holds it. The server decides whether it can be sent; this says what is missing. */

/** Variants are tried against each other; more than eight are refused. */
export const KEYS = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;

export interface VariantDraft {
  /** Empty: not chosen yet. */
  templateId: string;
  /** Null: not chosen yet. */
  version: number | null;
  /** Empty: the template's own. */
  subject: string;
  /** Its share, beside those of the others. */
  weight: string;
}

export type Metric = "CLICKED" | "OPENED" | "REPLIED";

export interface TestDraft {
  metric: Metric;
  /** Percent of the audience. */
  share: string;
  minutes: number;
  /** The test chooses; else a person does. */
  automatic: boolean;
  /** The rest waits when the test finds no difference; else the best so far goes out. */
  otherwiseWait: boolean;
}

export const UTM = ["source", "medium", "campaign", "term", "content"] as const;

export type UtmDraft = Record<(typeof UTM)[number], string>;

export interface ContentDraft {
  senderId: string;
  variants: readonly VariantDraft[];
  /** Null: every variant goes to its share of all. */
  test: TestDraft | null;
  /** Null: links stay as they are. */
  utm: UtmDraft | null;
  trackOpens: boolean;
  trackLinks: boolean;
}

export const NO_VARIANT: VariantDraft = { templateId: "", version: null, subject: "", weight: "1" };

export const NO_CONTENT: ContentDraft = {
  senderId: "",
  variants: [NO_VARIANT],
  test: null,
  utm: null,
  trackOpens: true,
  trackLinks: true,
};

export const NEW_TEST: TestDraft = {
  metric: "CLICKED",
  share: "20",
  minutes: 240,
  automatic: true,
  otherwiseWait: false,
};

/** How long tests run, in minutes. */
export const TEST_TIMES = [60, 120, 240, 480, 720, 1440, 2880, 4320] as const;

const SUBJECT_MAX = 300;
const LABEL_MAX = 200;

/** What a campaign's own tags say to begin with. */
export function firstUtm(name: string): UtmDraft {
  const campaign = name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return { source: "pivotal", medium: "email", campaign, term: "", content: "" };
}

export interface ContentMistakes {
  sender?: string;
  /** By the variant's place. */
  templates: ReadonlyMap<number, string>;
  subjects: ReadonlyMap<number, string>;
  weights: ReadonlyMap<number, string>;
  share?: string;
  utm?: string;
}

/** What cannot be sent as it is, by the field. */
export function mistakesIn(draft: ContentDraft): ContentMistakes {
  const [templates, subjects, weights] = [
    new Map<number, string>(),
    new Map<number, string>(),
    new Map<number, string>(),
  ];
  for (const [index, { templateId, version, subject, weight }] of draft.variants.entries()) {
    if (templateId === "" || version === null) templates.set(index, "Choose a template and one of its versions.");
    if (subject.trim().length > SUBJECT_MAX) {
      subjects.set(index, `A subject has at most ${SUBJECT_MAX} characters. Shorten it.`);
    }
    if (!within(weight, 1, 1000)) weights.set(index, "Give a whole number from 1 to 1,000.");
  }
  const long = UTM.find((tag) => (draft.utm?.[tag].trim().length ?? 0) > LABEL_MAX);
  return {
    ...(draft.senderId === "" ? { sender: "Choose who it comes from." } : {}),
    templates,
    subjects,
    weights,
    ...(draft.test !== null && !within(draft.test.share, 5, 100)
      ? { share: "Give a whole number from 5 to 100." }
      : {}),
    ...(long === undefined ? {} : { utm: `A tag has at most ${LABEL_MAX} characters. Shorten ${long}.` }),
  };
}

/** The first thing that is missing, in a sentence; null: it can be saved. */
export function firstMistake(mistakes: ContentMistakes): string | null {
  const [first] = [
    mistakes.sender,
    ...mistakes.templates.values(),
    ...mistakes.subjects.values(),
    ...mistakes.weights.values(),
    mistakes.share,
    mistakes.utm,
  ].filter((one) => one !== undefined);
  return first ?? null;
}

/** One more variant; the first has its weight. */
export function withVariant(draft: ContentDraft): ContentDraft {
  const [first = NO_VARIANT] = draft.variants;
  return { ...draft, variants: [...draft.variants, { ...NO_VARIANT, weight: first.weight }] };
}

/** A test of one is none. */
export function withoutVariant(draft: ContentDraft, index: number): ContentDraft {
  const variants = draft.variants.filter((_, at) => at !== index);
  return { ...draft, variants, test: variants.length < 2 ? null : draft.test };
}

export function changeVariant(draft: ContentDraft, index: number, patch: Partial<VariantDraft>): ContentDraft {
  return { ...draft, variants: draft.variants.map((one, at) => (at === index ? { ...one, ...patch } : one)) };
}

/** "A 50 %, B 50 %" of whoever gets a variant. */
export function shareWords(variants: readonly Pick<VariantDraft, "weight">[]): string {
  const weights = variants.map(({ weight }) => (within(weight, 1, 1000) ? Number(weight) : 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return "";
  return weights.map((weight, index) => `${KEYS[index] ?? "?"} ${Math.round((weight / all) * 100)}%`).join(", ");
}

function within(text: string, least: number, most: number): boolean {
  return /^\d{1,9}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

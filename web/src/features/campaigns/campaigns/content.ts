/** What a campaign by mail says, as the form holds it. The server decides whether it can be sent; this says what is missing. */
import type { EmailContentInput, WinnerMetric } from "@/gql/graphql.ts";
import type { CampaignContent } from "./queries.ts";

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

export interface TestDraft {
  metric: WinnerMetric;
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
  /** What links are called in reports, by their numbers. */
  names: readonly { n: number; name: string }[];
}

export const NO_VARIANT: VariantDraft = { templateId: "", version: null, subject: "", weight: "1" };

export const NO_CONTENT: ContentDraft = {
  senderId: "",
  variants: [NO_VARIANT],
  test: null,
  utm: null,
  trackOpens: true,
  trackLinks: true,
  names: [],
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

export function contentOf(content: CampaignContent): ContentDraft {
  const { senderId, variants, test, utm, trackOpens, trackLinks, namedLinks } = content;
  return {
    senderId,
    variants: variants.map(({ templateId, version, subject, weight }) => ({
      templateId,
      version,
      subject: subject ?? "",
      weight: String(weight),
    })),
    test: test
      ? {
          metric: test.metric,
          share: String(test.sharePercent),
          minutes: test.minutes,
          automatic: test.automatic,
          otherwiseWait: test.otherwiseWait,
        }
      : null,
    utm: utm
      ? { source: utm.source, medium: utm.medium, campaign: utm.campaign, term: utm.term, content: utm.content }
      : null,
    trackOpens,
    trackLinks,
    names: namedLinks.map(({ n, name }) => ({ n, name })),
  };
}

/** Only of a draft without mistakes. */
export function contentInput(draft: ContentDraft): EmailContentInput {
  const { senderId, variants, test, utm, trackOpens, trackLinks, names } = draft;
  return {
    senderId,
    variants: variants.map(({ templateId, version, subject, weight }, index) => ({
      key: KEYS[index] ?? "A",
      templateId,
      version: version ?? 0,
      subject: subject.trim() === "" ? null : subject.trim(),
      weight: Number(weight),
    })),
    test:
      test === null
        ? null
        : {
            metric: test.metric,
            sharePercent: Number(test.share),
            minutes: test.minutes,
            automatic: test.automatic,
            otherwiseWait: test.otherwiseWait,
          },
    utm: utm === null ? null : { ...utm },
    trackOpens,
    trackLinks,
    namedLinks: names.filter(({ name }) => name.trim() !== "").map(({ n, name }) => ({ n, name: name.trim() })),
  };
}

/** A link with another name; without one it is called by its address. */
export function withName(draft: ContentDraft, n: number, name: string): ContentDraft {
  const others = draft.names.filter((one) => one.n !== n);
  const names = name === "" ? others : [...others, { n, name }];
  return { ...draft, names: names.toSorted((one, other) => one.n - other.n) };
}

export interface ContentMistakes {
  sender?: string;
  /** By the variant's place. */
  templates: ReadonlyMap<number, string>;
  subjects: ReadonlyMap<number, string>;
  weights: ReadonlyMap<number, string>;
  share?: string;
  utm?: string;
  names?: string;
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
  const name = draft.names.find((one) => one.name.trim().length > LABEL_MAX);
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
    ...(name === undefined
      ? {}
      : { names: `A link’s name has at most ${LABEL_MAX} characters. Shorten that of ${name.n}.` }),
  };
}

/** With what the server said of fields that have nothing to say themselves. */
export function withRefusals(
  mistakes: ContentMistakes,
  draft: ContentDraft,
  refused: ReadonlyMap<string, string>,
): ContentMistakes {
  const subject = refused.get("subject");
  const variants = refused.get("variants");
  const sender = mistakes.sender ?? refused.get("senderId");
  const share = mistakes.share ?? refused.get("test");
  // Tags and names of links are refused alike.
  const label = refused.get("utm");
  const utm = mistakes.utm ?? (draft.utm === null ? undefined : label);
  const names = mistakes.names ?? (draft.utm === null ? label : undefined);
  // It does not say which of them: whoever has a subject of its own may be meant.
  const subjects = new Map<number, string>();
  for (const [index, one] of draft.variants.entries()) {
    const said = mistakes.subjects.get(index) ?? (one.subject.trim() === "" ? undefined : subject);
    if (said !== undefined) subjects.set(index, said);
  }
  const templates = new Map<number, string>(mistakes.templates);
  if (variants !== undefined && !templates.has(0)) templates.set(0, variants);
  return {
    ...(sender === undefined ? {} : { sender }),
    templates,
    subjects,
    weights: mistakes.weights,
    ...(share === undefined ? {} : { share }),
    ...(utm === undefined ? {} : { utm }),
    ...(names === undefined ? {} : { names }),
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
    mistakes.names,
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

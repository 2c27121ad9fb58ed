/** What each provider is for, and how its state reads. Pure. */
import type { Tone } from "@/components/badge.tsx";
import type { ProviderKind, ProviderState } from "@/gql/graphql.ts";
import type { Provider } from "./queries.ts";

interface Known {
  label: string;
  /** What it does for us. */
  does: string;
  /** Of a state that needs a word of its own. */
  says: Partial<Record<ProviderState, string>>;
  /** Which settings set it up. */
  settings: string;
}

export const PROVIDERS: Record<ProviderKind, Known> = {
  MAIL: {
    label: "Mail",
    does: "Takes invitations, links and notifications to our own people.",
    says: { FAKE: "The test mailbox: mail is kept and reaches nobody" },
    settings: "SMTP_HOST, MAIL_FROM",
  },
  MAILBOX_PROBE: {
    label: "Mailbox check",
    does: "Asks mail servers whether a mailbox is there, when emails are verified.",
    says: { OFF: "Only name servers are asked", CONFIGURED: "Mail servers are asked" },
    settings: "EMAIL_VERIFY_SMTP",
  },
  CARRIER_LOOKUP: {
    label: "Carrier look-up",
    does: "Says who carries a number, and what kind of line it is.",
    says: { FAKE: "Answers are made up, for numbers that are nobody's" },
    settings: "PIVOTAL_PHONE_LOOKUP, PIVOTAL_TELNYX_API_KEY",
  },
  INDUSTRY_MODEL: {
    label: "Industry model",
    does: "Suggests the industry of a company.",
    says: { OFF: "Suggestions are made here, by rules" },
    settings: "LLM_URL, LLM_MODEL",
  },
  SIGN_IN: {
    label: "Sign-in",
    does: "Lets people in with what they have elsewhere (OpenID Connect).",
    says: { OFF: "People sign in with a password" },
    settings: "OIDC_ISSUER, OIDC_CLIENT_ID",
  },
  SEARCH: { label: "Search engine", does: "Finds records while one types.", says: {}, settings: "MEILI_URL" },
  FILES: {
    label: "File store",
    does: "Keeps uploads, exports and proofs.",
    says: {},
    settings: "S3_BUCKET, S3_ENDPOINT",
  },
  DATABASE: { label: "Database", does: "Holds the log and what is read from it.", says: {}, settings: "DATABASE_URL" },
  BUS: { label: "Message bus", does: "Tells the processes what is new.", says: {}, settings: "AMQP_URL" },
};

export const STATES: Record<ProviderState, { label: string; tone: Tone | "hollow" }> = {
  EMBEDDED: { label: "Embedded", tone: "info" },
  FAKE: { label: "Stand-in", tone: "warning" },
  CONFIGURED: { label: "Configured", tone: "success" },
  OFF: { label: "Off", tone: "hollow" },
};

/** What it is, in a few words. */
export function isWhat({ kind, state, name }: Provider): string {
  const known = PROVIDERS[kind].says[state];
  return (
    name ??
    known ??
    { EMBEDDED: "Runs inside of Pivotal", FAKE: "A stand-in", CONFIGURED: "Outside", OFF: "Nobody is asked" }[state]
  );
}

/** Why there is no test, for those without one. */
export function noTestBecause({ kind, state }: Provider): string {
  if (state === "OFF") return "Off";
  if (kind === "CARRIER_LOOKUP" || kind === "INDUSTRY_MODEL") return "Each question may cost money";
  if (kind === "MAILBOX_PROBE") return "A question reaches somebody's mail server";
  return "There is nothing harmless to ask";
}

/** A contact's email verification in words. No React. */
import type { Tone } from "@/components/badge.tsx";
import { sentence } from "@/lib/format.ts";

const STATUSES: Record<string, { label: string; tone: Tone }> = {
  valid: { label: "Valid", tone: "success" },
  catch_all: { label: "Catch-all", tone: "info" },
  risky: { label: "Risky", tone: "warning" },
  invalid: { label: "Invalid", tone: "danger" },
  disposable: { label: "Disposable", tone: "danger" },
  unknown: { label: "Unknown", tone: "neutral" },
};

/** As the server words them (`Reason::sentence`). */
const REASONS: Record<string, string> = {
  accepted: "The mail server takes mail for this address.",
  bad_syntax: "This cannot be an email address.",
  no_domain: "The domain does not exist.",
  no_mail_accepted: "The domain says that it takes no mail.",
  no_mail_server: "The domain has no mail server.",
  no_mailbox: "The mail server says that there is no such mailbox.",
  disposable_domain: "The address is of a service whose addresses are used once.",
  catch_all: "The mail server takes mail for any address, so it cannot tell.",
  mailbox_full: "The mailbox is there and full.",
  not_asked: "The domain takes mail; its mail server was not asked about the mailbox.",
  dns_failed: "The name servers of the domain did not answer.",
  no_answer: "The mail server did not answer in time.",
  greylisted: "The mail server wants to be asked again later.",
  blocked: "The mail server does not tell us.",
  unreadable: "The mail server's answer cannot be understood.",
  private_host: "The mail server stands inside of a private network and was not asked.",
  host_paused: "The mail server failed several times and is left alone for a while.",
  host_limit: "Enough was asked of this mail server for one run. Verify the rest another day.",
  bounced: "An email that was sent to it came back for good.",
};

export const statusLook = (status: string): { label: string; tone: Tone } =>
  STATUSES[status] ?? { label: sentence(status), tone: "neutral" };

export const reasonWords = (reason: string): string => REASONS[reason] ?? sentence(reason);

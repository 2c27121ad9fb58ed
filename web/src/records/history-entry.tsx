/** What a line of the history says of itself, in the whole history and in its newest lines alike. */
import {
  Archive,
  Ban,
  FilePlus2,
  Link2,
  ListChecks,
  type LucideIcon,
  Mail,
  MailCheck,
  MailMinus,
  MailOpen,
  MailWarning,
  MailX,
  MousePointerClick,
  PenLine,
  Phone,
  Reply,
  RotateCcw,
  Send,
  ShieldCheck,
  StickyNote,
  Undo2,
  Upload,
} from "lucide-react";
import { Link } from "react-router";
import { useMay } from "@/features/identity/me/queries.ts";
import type { HistoryEntry } from "./history-queries.ts";

/** Where it came from, in the server's words. An import, a bulk change and a campaign open their pages, for those who may see them. */
export function EntrySource({ entry }: { entry: Pick<HistoryEntry, "source" | "sourceLabel" | "importId"> }) {
  const mayOpenImports = useMay("IMPORTS_VIEW");
  const mayOpenBulks = useMay("RECORDS_BULK");
  const mayOpenCampaigns = useMay("CAMPAIGNS_VIEW");
  const bulk = bulkOf(entry.source);
  const campaign = campaignOf(entry.source);
  const to =
    entry.importId && mayOpenImports
      ? `/contacts/imports/${entry.importId}`
      : bulk !== null && mayOpenBulks
        ? `/bulk/${bulk}`
        : campaign !== null && mayOpenCampaigns
          ? `/campaigns/${campaign}`
          : null;
  return to === null ? (
    entry.sourceLabel
  ) : (
    <Link className="link" to={to}>
      {entry.sourceLabel}
    </Link>
  );
}

/** What a mail of ours said, and which of its links was clicked. The server names it to those only who may see campaigns. */
export function EntryAbout({ entry: { about } }: { entry: Pick<HistoryEntry, "about"> }) {
  return about ? <p className="t-2 [overflow-wrap:anywhere]">{about}</p> : null;
}

/** The way to the request that a person was erased for. The server names it to those only who may handle requests. */
export function EntryRequest({ entry }: { entry: Pick<HistoryEntry, "requestId"> }) {
  if (!entry.requestId) return null;
  return (
    <>
      {" · "}
      <Link className="link" to={`/compliance/requests/${entry.requestId}`}>
        Open the request
      </Link>
    </>
  );
}

/** The bulk change behind a source: `bulk:<id>`, or `merge:<id>@100` and the like for what is one in all but name. */
export function bulkOf(source: string): string | null {
  return /^(?:bulk|bulk-undo|merge|weighed):([0-9a-f-]{36})/.exec(source)?.[1] ?? null;
}

/** The campaign whose mail told it: `campaign:<id>`. The server names it to those only who may see campaigns. */
export function campaignOf(source: string): string | null {
  return /^campaign:([0-9a-f-]{36})$/.exec(source)?.[1] ?? null;
}

/** What happened between us and a contact, by how the event is called. */
const ENGAGEMENT: Partial<Record<string, LucideIcon>> = {
  EngagementSent: Send,
  EngagementDelivered: MailCheck,
  EngagementOpened: MailOpen,
  EngagementClicked: MousePointerClick,
  EngagementReplied: Reply,
  EngagementBounced: MailX,
  EngagementComplained: MailWarning,
  EngagementUnsubscribed: MailMinus,
  EngagementCalled: Phone,
  EngagementNotEmailed: Ban,
};

export function iconOf(entry: Pick<HistoryEntry, "eventType" | "title" | "source" | "restoredFrom" | "changes">) {
  if (entry.eventType.startsWith("Engagement")) return ENGAGEMENT[entry.eventType] ?? Mail;
  const what = `${entry.eventType} ${entry.title}`;
  if (entry.changes.length > 0 && entry.changes.every((change) => change.kept)) return ShieldCheck;
  if (entry.source.startsWith("undo:")) return Undo2;
  if (entry.restoredFrom) return RotateCcw;
  if (/^Task/.test(entry.eventType)) return ListChecks;
  if (/^Note/.test(entry.eventType)) return StickyNote;
  if (/archived/i.test(what)) return Archive;
  if (/restored/i.test(what)) return RotateCcw;
  if (/link/i.test(what)) return Link2;
  if (entry.source.startsWith("import:")) return Upload;
  return /created/i.test(what) ? FilePlus2 : PenLine;
}

import { useQueries, useQuery } from "@tanstack/react-query";
import { Archive, Camera, Combine, Ellipsis, PenLine, RotateCcw } from "lucide-react";
import { Fragment, useState } from "react";
import { Link } from "react-router";
import { Badge, Tag } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Menu, type MenuEntry } from "@/components/menu.tsx";
import { Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import { countOf, formatAge, formatFull, formatMoment } from "@/lib/format.ts";
import { AssignButton } from "@/records/campaigns/assign-button.tsx";
import type { Answer } from "@/records/lists/answer.ts";
import { AnswerNotice } from "@/records/lists/answer-view.tsx";
import {
  asOfMoment,
  asOfWords,
  asShared,
  domainSetOf,
  localDay,
  madeFrom,
  segmentOf,
  SOURCES,
  takenAt,
  today,
} from "@/records/lists/words.ts";
import { sharingName } from "@/records/sharing.ts";
import { changedAt } from "./columns.tsx";
import { FillNotice } from "./fill-notice.tsx";
import type { Open } from "./list-page.tsx";
import { type List, listQuery, listUsesQuery } from "./queries.ts";
import type { Archiving } from "./use-archive.tsx";
import { Uses } from "./uses.tsx";
import "@/records/lists/lists.css";

/** What the list is, over its members: where it comes from, who sees it, what relies on it, and what was last done to it. */
export function ListHead({
  list,
  count,
  asOf,
  onAsOf,
  answer,
  onAnswered,
  onOpen,
  archive,
}: {
  list: List;
  /** Rows of the grid below; null while they are counted. */
  count: number | null;
  /** As the address has it: the day or the moment that is shown; null: now. */
  asOf: string | null;
  onAsOf: (day: string) => void;
  answer: Answer | null;
  onAnswered: () => void;
  onOpen: (dialog: Open) => void;
  archive: Archiving;
}) {
  const me = useMe();
  const frozen = Boolean(list.snapshotAt);
  const nouns: [string, string] = list.entity === "ACCOUNT" ? ["account", "accounts"] : ["contact", "contacts"];
  const entries: MenuEntry[] = [
    ...(list.archived ? [] : [{ label: "Name, tags and sharing", icon: PenLine, onSelect: () => onOpen("details") }]),
    { label: "Combine with other lists", icon: Combine, onSelect: () => onOpen("combine") },
    { label: "Frozen copy", icon: Camera, onSelect: () => onOpen("copy") },
    list.archived
      ? { label: "Restore from the archive", icon: RotateCcw, onSelect: archive.press }
      : { label: "Archive", icon: Archive, onSelect: archive.press },
  ];
  const moment = asOfMoment(asOf);
  // How far the filling is says more than that it was begun.
  const saidByFill = Boolean(list.fill) && answer?.change.bulkId === list.fill && answer?.change.refusedCount === 0;
  return (
    <>
      <PageHead
        title={list.name}
        count={count}
        note={
          <>
            {list.archived ? <Badge>Archived</Badge> : null}
            {frozen ? <Badge tone="info">Frozen copy</Badge> : null}
          </>
        }
        actions={
          <>
            {list.archived ? null : (
              <AssignButton source={{ list: list.id, fuzzy: false }} what={`The list ${list.name}`} />
            )}
            {list.mayEdit ? (
              <Menu
                trigger={<IconButton label="More with this list" icon={Ellipsis} noTooltip aria-busy={archive.busy} />}
                entries={entries}
              />
            ) : null}
          </>
        }
      />
      <div className="list-facts" role="group" aria-label="About this list">
        <span>
          <Source list={list} />
        </span>
        {list.tags.length === 0 ? null : (
          <span className="list-tags">
            {list.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        )}
        <span data-testid="list-members" title="Archived ones are counted, too">
          {countOf(list.members, ...nouns)} in it now
        </span>
        <span>Seen by: {sharingName(asShared(list), me)}</span>
        <span>Owner: {list.ownerName ?? "nobody any more"}</span>
        <span title={formatFull(changedAt(list))}>Changed {formatAge(changedAt(list))}</span>
        <button type="button" className="link" onClick={() => onOpen("history")}>
          History
        </button>
        <UsedBy list={list} />
        {frozen ? null : (
          <label className="row gap-1.5">
            Members at the end of
            <input
              className="input"
              type="date"
              min={localDay(new Date(list.createdAt))}
              max={today()}
              value={moment === null ? "" : localDay(new Date(moment))}
              onChange={(event) => onAsOf(event.target.value)}
            />
          </label>
        )}
      </div>
      {list.archived ? (
        <div className="px-5 pb-2">
          <Notice
            title="Archived"
            action={
              list.mayEdit ? (
                <Button small busy={archive.busy} onClick={archive.press}>
                  Restore
                </Button>
              ) : undefined
            }
          >
            It stands in no choice of lists and takes nobody. Who is in it stays.
          </Notice>
        </div>
      ) : null}
      {asOf === null || moment === null ? null : (
        <div className="px-5 pb-2">
          <Notice
            tone="info"
            title={`Who was in it on ${asOfWords(asOf, moment)}`}
            action={
              <span className="row gap-1">
                {list.mayEdit ? (
                  <Button small icon={Camera} onClick={() => onOpen("copy")}>
                    Keep as a frozen copy
                  </Button>
                ) : null}
                <Button small onClick={() => onAsOf("")}>
                  Back to now
                </Button>
              </span>
            }
          >
            What is known of them is of now.
          </Notice>
        </div>
      )}
      {list.fill ? <FillNotice list={list} fill={list.fill} /> : null}
      {answer === null || saidByFill ? null : <AnswerNotice answer={answer} onClose={onAnswered} />}
    </>
  );
}

/** "Combined: in all of A and B", "Frozen copy of A, as of 12 Nov 14:02". */
function Source({ list }: { list: List }) {
  const { lists, operation } = madeFrom(list.reference);
  const segment = segmentOf(list.reference);
  const taken = takenAt(list.reference);
  const set = domainSetOf(list.reference);
  if (list.source === "SNAPSHOT") {
    return (
      <>
        Frozen copy of <Named ids={lists} />
        {list.snapshotAt ? `, as of ${formatMoment(list.snapshotAt)}` : null}
      </>
    );
  }
  if (list.source === "COMBINATION") {
    const [first = "", ...others] = lists;
    return operation === "SUBTRACT" ? (
      <>
        In <Named ids={[first]} /> and not in <Named ids={others} joint="or" />
      </>
    ) : (
      <>
        In {operation === "INTERSECT" ? "all" : "any"} of <Named ids={lists} />
      </>
    );
  }
  if (list.source === "SEGMENT" && segment !== null) {
    return (
      <>
        From{" "}
        <Link className="link" to={`/${list.entity === "ACCOUNT" ? "accounts" : "contacts"}/segments/${segment}`}>
          a segment
        </Link>
        {taken === null ? null : `, as of ${formatMoment(taken)}`}
      </>
    );
  }
  if (list.source === "DOMAIN_SET" && set !== null) {
    return (
      <>
        From{" "}
        <Link className="link" to={`/domain-sets/${set}`}>
          a domain set
        </Link>
      </>
    );
  }
  return <>{SOURCES[list.source]}</>;
}

/** Lists by name; one that may not be seen, or is gone, says so. */
function Named({ ids, joint = "and" }: { ids: readonly string[]; joint?: string }) {
  const found = useQueries({ queries: ids.map((id) => listQuery(id)) });
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index === 0 ? null : index === ids.length - 1 ? ` ${joint} ` : ", "}
      {found[index]?.data ? (
        <Link className="link" to={`/lists/${id}`}>
          {found[index].data.name}
        </Link>
      ) : found[index]?.isPending ? (
        "…"
      ) : (
        "a list that you may not see"
      )}
    </Fragment>
  ));
}

function UsedBy({ list }: { list: List }) {
  const uses = useQuery(listUsesQuery(list.id)).data ?? [];
  const [open, setOpen] = useState(false);
  if (uses.length === 0) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        Used by {uses.length}
      </button>
      {open ? (
        <Dialog open onClose={() => setOpen(false)} title={`What relies on “${list.name}”`} width={440}>
          <div className="dialog-body">
            <Uses uses={uses} entity={list.entity} />
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

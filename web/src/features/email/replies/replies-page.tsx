import { Inbox } from "lucide-react";
import { useSearchParams } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMe } from "@/features/identity/me/queries.ts";
import type { EmailRepliesFilter } from "@/gql/graphql.ts";
import { formatAge } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { PAGE_SIZE, useRecordList } from "@/lib/use-record-list.ts";
import { SelectField } from "@/records/timeline-select.tsx";
import { replyColumns } from "./columns.tsx";
import { LOOK, replyCount, replyPage } from "./queries.ts";
import { ReplyDrawer } from "./reply-drawer.tsx";
import { KINDS, senderOf, STATES, subjectOf } from "./words.ts";

const WHOSE = { me: "With me", nobody: "With nobody" };

/** What people wrote back: read, given to somebody, put away. */
export default function RepliesPage() {
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const { openId, setOpenId } = useListState();
  const state = keyIn(STATES, params.get("state") ?? "OPEN");
  const kind = keyIn(KINDS, params.get("kind"));
  const whose = keyIn(WHOSE, params.get("with"));
  const filter: EmailRepliesFilter = {
    done: state === null ? null : state === "DONE",
    kinds: kind === null ? [] : [kind],
    assigneeId: whose === "me" ? me.id : null,
    unassigned: whose === "nobody",
  };
  const list = useRecordList({
    entity: "email-replies",
    filter,
    sort: null,
    fetchPage: replyPage,
    fetchCount: replyCount,
    // Mail comes in by itself; who has walked far down is not at the top, where it would stand.
    refetchInterval: (rows) => (rows.length <= PAGE_SIZE ? LOOK : false),
  });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const showToDo = () => {
    const next = new URLSearchParams(params);
    for (const name of ["state", "kind", "with"]) next.delete(name);
    setParams(next, { replace: true });
  };
  const openAt = list.rows.findIndex((row) => row.id === openId);
  const narrowed = state !== "OPEN" || kind !== null || whose !== null;
  return (
    <div className="flex min-h-0 flex-1">
      <section className="relative flex min-w-0 flex-1 flex-col" aria-label="Replies" data-testid="replies">
        <PageHead title="Replies" count={list.total} />
        <div className="row flex-wrap px-5 pb-2" role="group" aria-label="Show">
          <SelectField
            label="State"
            value={state ?? "ALL"}
            options={[
              ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
              { value: "ALL", label: "To do and done" },
            ]}
            onChange={(value) => set("state", value === "OPEN" ? "" : value)}
          />
          <SelectField
            label="With"
            value={whose ?? ""}
            options={[
              { value: "", label: "With anybody" },
              ...Object.entries(WHOSE).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(value) => set("with", value)}
          />
          <SelectField
            label="Wrote"
            value={kind ?? ""}
            options={[
              { value: "", label: "Of every kind" },
              ...Object.entries(KINDS).map(([value, { label }]) => ({ value, label })),
            ]}
            onChange={(value) => set("kind", value)}
          />
        </div>
        <DataTable
          id="email-replies"
          label="Replies"
          nouns={["reply", "replies"]}
          columns={replyColumns}
          list={list}
          rowId={(row) => row.id}
          rowName={(row) => `${senderOf(row)}, ${subjectOf(row)}`}
          sort={null}
          onSort={() => {}}
          openId={openId}
          onOpen={(row) => setOpenId(row.id)}
          phoneRow={(row) => ({
            lead: <Status tone={KINDS[row.kind].tone}>{null}</Status>,
            title: senderOf(row),
            detail: subjectOf(row),
            aside: formatAge(row.at),
          })}
          empty={
            <Empty
              icon={Inbox}
              title={narrowed ? "None like this" : "Nothing to answer"}
              actions={narrowed ? <Button onClick={showToDo}>Show all that is to do</Button> : undefined}
            >
              Who answers an email of a campaign stands here. What a program wrote, as for somebody who is away, is done
              when it comes in.
            </Empty>
          }
        />
      </section>
      {openId === null ? null : (
        <ReplyDrawer
          key={openId}
          id={openId}
          row={list.rows[openAt]}
          index={openAt === -1 ? null : list.offset + openAt}
          total={list.total}
          previousId={list.rows[openAt - 1]?.id}
          nextId={openAt === -1 ? undefined : list.rows[openAt + 1]?.id}
          onMove={setOpenId}
        />
      )}
    </div>
  );
}

function keyIn<T extends object>(of: T, text: string | null): keyof T | null {
  return text !== null && text in of ? (text as keyof T) : null;
}

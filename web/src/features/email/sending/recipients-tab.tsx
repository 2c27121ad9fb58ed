import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/button.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { Status } from "@/components/badge.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { EmailLedgerState, EmailRecipientsFilter } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { LEDGER, LEDGER_STATES } from "@/records/email-sending/ledger-words.ts";
import { RESPONSES, RESPONSES_FOUND } from "@/records/email-sending/response-words.ts";
import { FileButton } from "@/records/file-button.tsx";
import { ListCount } from "@/records/list-count.tsx";
import { SelectField } from "@/records/timeline-select.tsx";
import { RECIPIENT_COLUMNS } from "./columns.tsx";
import { ledgerQuery, type Recipient, recipientCount, recipientPage, SENDING } from "./queries.ts";
import { RecipientDrawer } from "./recipient-drawer.tsx";
import { recipientsFile } from "./recipients-file.ts";
import { momentWords, outcomeWords, recipientName } from "./words.ts";

const NOUNS = ["recipient", "recipients"] as const;
const ROW_ID = (row: Recipient) => row.contactId;

export interface RecipientsProps {
  campaignId: string;
  /** It is being sent: rows move by themselves. */
  live: boolean;
  /** Keys of its variants, from A on. */
  variants: readonly string[];
}

/** Everybody in the audience of a campaign, with what became of each. */
export default function RecipientsTab({ campaignId, live, variants }: RecipientsProps) {
  const state = useListState();
  const ledger = useQuery(ledgerQuery(campaignId, live ? "live" : "still")).data;
  // After a stop it takes a moment until everybody is told as left out.
  const waiting = (ledger?.pending ?? 0) > 0;
  useLastLook(live || waiting);
  const standing = LEDGER_STATES.find((one) => one === state.filter("state")[0]);
  const [reason = ""] = state.filter("reason");
  const [variant = ""] = state.filter("variant");
  const response = RESPONSES_FOUND.find((one) => one === state.filter("response")[0]);
  const [domain = ""] = state.filter("domain");
  const version = Number(state.filter("version")[0] ?? 0);
  const filter: EmailRecipientsFilter = {
    states: standing === undefined ? [] : [standing],
    reasons: reason === "" ? [] : [reason],
    ...(variant === "" ? {} : { variant }),
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(response === undefined ? {} : { response }),
    ...(domain === "" ? {} : { domain }),
  };
  const list = useRecordList<Recipient, { campaignId: string; filter: EmailRecipientsFilter }, null>({
    entity: SENDING,
    filter: { campaignId, filter },
    sort: null,
    fetchPage: recipientPage,
    fetchCount: recipientCount,
    refetchInterval: () => (live ? 5000 : waiting ? 10_000 : false),
  });
  const mayExport = useMay("CONTACTS_EXPORT");
  const takeOut = (format: "csv" | "xlsx") =>
    download(recipientsFile(campaignId, filter, format), `campaign-recipients.${format}`);
  const reasons = (ledger?.reasons ?? []).filter((one) => standing === undefined || one.state === standing);
  const chooseOutcome = (value: string) => {
    // A reason of another outcome would leave nobody to be seen.
    const fits = value === "" || (ledger?.reasons ?? []).some((one) => one.state === value && one.reason === reason);
    state.setFilters({ state: value === "" ? [] : [value], ...(fits ? {} : { reason: [] }) });
  };
  const narrowed =
    standing !== undefined || reason !== "" || variant !== "" || version > 0 || response !== undefined || domain !== "";
  const openAt = list.rows.findIndex((row) => row.contactId === state.openId);
  return (
    <div className="flex min-h-0 flex-1">
      <section className="relative flex min-w-0 flex-1 flex-col" aria-label="Recipients" data-testid="recipients-table">
        <div className="row flex-wrap px-5 py-2.5" role="group" aria-label="Show">
          <SelectField
            label="Outcome"
            value={standing ?? ""}
            options={[
              { value: "", label: "Every outcome" },
              ...LEDGER_STATES.map((value: EmailLedgerState) => ({ value, label: LEDGER[value].label })),
            ]}
            onChange={chooseOutcome}
          />
          <SelectField
            label="Because"
            value={reason}
            options={[
              { value: "", label: "Every reason" },
              // One of another outcome stays to be seen, so that it can be taken off.
              ...(reason === "" || reasons.some((one) => one.reason === reason)
                ? []
                : [{ value: reason, label: reason.replaceAll("_", " ") }]),
              ...reasons.map((one) => ({ value: one.reason, label: one.label })),
            ]}
            onChange={(value) => state.setFilter("reason", value === "" ? [] : [value])}
          />
          <SelectField
            label="What came of it"
            value={response ?? ""}
            options={[
              { value: "", label: "Whatever came of it" },
              ...RESPONSES_FOUND.map((value) => ({ value, label: RESPONSES[value] })),
            ]}
            onChange={(value) => state.setFilter("response", value === "" ? [] : [value])}
          />
          {variants.length < 2 ? null : (
            <SelectField
              label="Variant"
              value={variant}
              options={[
                { value: "", label: "Every variant" },
                ...variants.map((key) => ({ value: key, label: `Variant ${key}` })),
              ]}
              onChange={(value) => state.setFilter("variant", value === "" ? [] : [value])}
            />
          )}
          {domain === "" ? null : (
            <Button small onClick={() => state.setFilter("domain", [])}>
              Only at {domain}: show all
            </Button>
          )}
          {version > 0 ? (
            <Button small onClick={() => state.setFilter("version", [])}>
              Only version {version}: show all
            </Button>
          ) : null}
          <span className="row push flex-wrap gap-2">
            <ListCount total={list.total} nouns={NOUNS} />
            {mayExport ? (
              <>
                <FileButton small label="Export CSV" failed="Not exported" save={() => takeOut("csv")} />
                <FileButton small label="Export Excel" failed="Not exported" save={() => takeOut("xlsx")} />
              </>
            ) : null}
          </span>
        </div>
        <DataTable
          id="email-recipients"
          label="Recipients"
          nouns={["recipient", "recipients"]}
          columns={RECIPIENT_COLUMNS}
          list={list}
          rowId={ROW_ID}
          rowName={recipientName}
          sort={null}
          onSort={() => {}}
          openId={state.openId}
          onOpen={(row) => state.setOpenId(row.contactId)}
          phoneRow={(row) => ({
            lead: <Status tone={LEDGER[row.state].tone}>{null}</Status>,
            title: recipientName(row),
            detail: outcomeWords(row),
            aside: momentWords(row),
          })}
          empty={
            <Empty
              icon={Users}
              title={narrowed ? "Nobody like this" : "Nobody yet"}
              actions={
                narrowed ? (
                  <Button
                    onClick={() => {
                      state.clearFilters(["state", "reason", "variant", "version", "response", "domain"]);
                    }}
                  >
                    Show everybody
                  </Button>
                ) : undefined
              }
            >
              {narrowed
                ? "Nobody in its audience is like this. Choose another outcome, reason, or what came of it."
                : "Recipients stand here once the campaign is launched and its audience is taken."}
            </Empty>
          }
        />
      </section>
      {state.openId === null ? null : (
        <RecipientDrawer
          key={state.openId}
          campaignId={campaignId}
          contactId={state.openId}
          row={list.rows[openAt]}
          index={openAt === -1 ? null : list.offset + openAt}
          total={list.total}
          previousId={list.rows[openAt - 1]?.contactId}
          nextId={openAt === -1 ? undefined : list.rows[openAt + 1]?.contactId}
          onMove={state.setOpenId}
        />
      )}
    </div>
  );
}

/** The last ones settle between two looks: once nothing moves any more, everything is looked at again. */
function useLastLook(moves: boolean): void {
  const client = useQueryClient();
  const moved = useRef(moves);
  useEffect(() => {
    const over = moved.current && !moves;
    moved.current = moves;
    if (!over) return;
    for (const part of ["list", "count", "one"]) void client.invalidateQueries({ queryKey: [SENDING, part] });
  }, [client, moves]);
}

import { useQuery } from "@tanstack/react-query";
import { PhoneCall } from "lucide-react";
import { Link, useNavigate } from "react-router";
import { Status } from "@/components/badge.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { formatAge } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { audienceOf, isAtWork, STATES } from "@/records/contact-runs/run.ts";
import { lookupColumns } from "./columns.tsx";
import { lookupCount, lookupPage, lookupSettingsQuery } from "./queries.ts";
import { cameTo, titleOf } from "./words.ts";

/** Every run of phone look-ups: over which contacts or accounts, by whom, what it came to. */
export default function LookupsPage() {
  const navigate = useNavigate();
  const settings = useQuery(lookupSettingsQuery).data;
  const list = useRecordList({
    entity: "phone-lookups",
    filter: {},
    sort: null,
    fetchPage: lookupPage,
    fetchCount: lookupCount,
    refetchInterval: (rows) => (rows.some(isAtWork) ? 1500 : false),
  });
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Phone look-ups">
      <PageHead title="Phone look-ups" count={list.total} />
      {settings?.provider === "OFF" ? (
        <div className="px-4 pb-3">
          <Notice tone="info" title="Carrier look-ups are not set up in this installation">
            Whether a number can be valid is known without them. An administrator can turn look-ups on with the key of a
            look-up service.
          </Notice>
        </div>
      ) : null}
      {settings?.provider === "TEST" ? (
        <div className="px-4 pb-3">
          <Notice tone="info" title="Test look-up">
            Nobody is asked in this installation: answers are made up, for numbers that are reserved for fiction.
          </Notice>
        </div>
      ) : null}
      <DataTable
        id="phone-lookups"
        label="Phone look-ups"
        nouns={["look-up", "look-ups"]}
        columns={lookupColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={titleOf}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/contacts/phone-lookups/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Status tone={STATES[row.state].tone}>{null}</Status>,
          title: titleOf(row),
          detail: isAtWork(row) ? `${STATES[row.state].label}. ${audienceOf(row)}` : cameTo(row),
          aside: formatAge(row.createdAt),
        })}
        empty={
          <Empty
            icon={PhoneCall}
            title="No phones looked up yet"
            actions={
              <Link className="btn" to="/contacts">
                Go to contacts
              </Link>
            }
          >
            Select rows in contacts or accounts, or all that match, and choose Look up phones. Each run stays here with
            what it found out.
          </Empty>
        }
      />
    </section>
  );
}

import { useQuery } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { Link, useNavigate } from "react-router";
import { Status } from "@/components/badge.tsx";
import { DataTable } from "@/components/data-table/data-table.tsx";
import { Empty } from "@/components/empty.tsx";
import { Notice } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { formatAge } from "@/lib/format.ts";
import { useRecordList } from "@/lib/use-record-list.ts";
import { audienceOf, isAtWork, STATES } from "@/records/contact-runs/run.ts";
import { verificationColumns } from "./columns.tsx";
import { verificationCount, verificationPage, verificationSettingsQuery } from "./queries.ts";
import { cameTo, titleOf } from "./words.ts";

/** Every run of email verification: over which contacts, by whom, what it came to. */
export default function VerificationsPage() {
  const navigate = useNavigate();
  const settings = useQuery(verificationSettingsQuery).data;
  const list = useRecordList({
    entity: "email-verifications",
    filter: {},
    sort: null,
    fetchPage: verificationPage,
    fetchCount: verificationCount,
    refetchInterval: (rows) => (rows.some(isAtWork) ? 1500 : false),
  });
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Email verification">
      <PageHead title="Email verification" count={list.total} />
      {settings !== undefined && !settings.mailboxes ? (
        <div className="px-4 pb-3">
          <Notice tone="info" title="Mail servers are not asked in this installation">
            Name servers tell whether a domain takes mail; whether a mailbox is there stays unknown until an
            administrator sets up how this installation introduces itself to mail servers.
          </Notice>
        </div>
      ) : null}
      <DataTable
        id="email-verifications"
        label="Email verifications"
        nouns={["verification", "verifications"]}
        columns={verificationColumns}
        list={list}
        rowId={(row) => row.id}
        rowName={titleOf}
        sort={null}
        onSort={() => {}}
        onOpen={(row) => void navigate(`/contacts/email-verifications/${row.id}`)}
        phoneRow={(row) => ({
          lead: <Status tone={STATES[row.state].tone}>{null}</Status>,
          title: titleOf(row),
          detail: isAtWork(row) ? `${STATES[row.state].label}. ${audienceOf(row)}` : cameTo(row),
          aside: formatAge(row.createdAt),
        })}
        empty={
          <Empty
            icon={MailCheck}
            title="No emails verified yet"
            actions={
              <Link className="btn" to="/contacts">
                Go to contacts
              </Link>
            }
          >
            Select rows in contacts, or all that match, and choose Verify. Each run stays here with what it found out.
            No mail is ever sent.
          </Empty>
        }
      />
    </section>
  );
}

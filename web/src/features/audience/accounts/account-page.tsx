import { useQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { useParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { countryName, formatMoment } from "@/lib/format.ts";
import { Overview } from "@/records/overview.tsx";
import { RecordPage } from "@/records/record-page.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { useNoteOpened } from "@/shell/search/recent.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { AccountContactsTab } from "./account-contacts-tab.tsx";
import { AccountDomains } from "./account-domains.tsx";
import { AccountFacts } from "./account-facts.tsx";
import { accountKind, accountName } from "./account-kind.ts";
import { CoverageCard } from "./account-people.tsx";
import { AccountTree } from "./account-tree.tsx";
import { accountPeopleQuery } from "./page-queries.ts";
import { accountQuery } from "./queries.ts";
import { StubNotice } from "./stub-notice.tsx";

export default function AccountPage() {
  const { id = "" } = useParams();
  const query = useQuery(accountQuery(id));
  const people = useQuery(accountPeopleQuery(id));
  useNoteOpened("ACCOUNT", query.data?.id);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This account" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const account = query.data;
  if (account === null) return <NotFound what="account" />;
  const place = [account.hqCity, account.hqCountry ? countryName(account.hqCountry) : null].filter(Boolean).join(", ");
  return (
    <RecordPage
      kind={accountKind}
      record={account}
      name={accountName(account)}
      square
      notice={<StubNotice account={account} />}
      detail={
        <>
          <span className="mono">{account.domain}</span>
          {[account.industry, place]
            .filter(Boolean)
            .map((part) => ` · ${part}`)
            .join("")}
        </>
      }
      actions={
        account.domain ? (
          <a className="btn btn-sm" href={`https://${account.domain}`} target="_blank" rel="noreferrer noopener">
            <Icon as={Globe} />
            Website
          </a>
        ) : undefined
      }
      tabs={[
        {
          id: "contacts",
          label: "Contacts",
          count: account.contactCount,
          content: <AccountContactsTab accountId={account.id} total={account.contactCount} />,
        },
      ]}
      overview={
        <>
          <div className="flex min-w-0 flex-col gap-3">
            <Overview kind={accountKind} record={account} cards />
          </div>
          <div className="side-facts flex flex-col gap-3">
            <Card title="Details">
              <AccountFacts account={account} />
            </Card>
            {people.data === undefined ? null : <CoverageCard people={people.data} />}
            <AccountTree id={account.id} />
            <AccountDomains account={account} />
            <Card title="Record">
              <dl className="kv">
                <dt>Created</dt>
                <dd>{formatMoment(account.createdAt)}</dd>
                <dt>Updated</dt>
                <dd>{formatMoment(account.updatedAt)}</dd>
              </dl>
            </Card>
          </div>
        </>
      }
    />
  );
}

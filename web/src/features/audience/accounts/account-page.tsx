import { useQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { useParams } from "react-router";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { countryName } from "@/lib/format.ts";
import { Lately } from "@/records/lately.tsx";
import { MembershipsCard } from "@/records/memberships/memberships-card.tsx";
import { Overview } from "@/records/overview.tsx";
import { RecordPage } from "@/records/record-page.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { useNoteOpened } from "@/shell/search/recent.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { AccountContactsTab } from "./account-contacts-tab.tsx";
import { AccountDomains } from "./account-domains.tsx";
import { accountKind, accountName } from "@/records/kinds/account-kind.ts";
import { CoverageCard } from "./account-people.tsx";
import { AccountTree } from "./account-tree.tsx";
import { NewContact } from "./new-contact.tsx";
import { accountPeopleQuery } from "./page-queries.ts";
import { accountQuery } from "./queries.ts";
import { LegalHoldNotice } from "@/records/legal-hold-notice.tsx";
import { LookUpPhone } from "@/records/phone-validity/look-up-phone.tsx";
import { MainPhoneSays } from "@/records/phone-validity/phone-place.tsx";
import { SuppressionNotice } from "@/records/suppression-notice.tsx";
import { SuggestionNotice } from "../enrichment/suggestion-notice.tsx";
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
      notice={
        <>
          <StubNotice account={account} />
          <LegalHoldNotice entity="ACCOUNT" id={account.id} name={accountName(account)} />
          <SuppressionNotice entity="ACCOUNT" id={account.id} keys={account.id} />
          <SuggestionNotice accountId={account.id} archived={account.archived} />
          <MainPhoneSays fields={account.fields} />
        </>
      }
      detail={
        <>
          {account.domain ? <span className="mono">{account.domain}</span> : null}
          {account.domain && (account.industry || place) ? " · " : ""}
          {[account.industry, place].filter(Boolean).join(" · ")}
        </>
      }
      actions={
        <>
          <NewContact account={account} primary />
          {account.domain ? (
            <a className="btn btn-sm" href={`https://${account.domain}`} target="_blank" rel="noreferrer noopener">
              <Icon as={Globe} />
              Website
            </a>
          ) : null}
          {account.archived || !account.mainPhone ? null : (
            <LookUpPhone key={account.id} entity="ACCOUNT" id={account.id} />
          )}
        </>
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
            <Lately kind={accountKind} record={account} />
            <MembershipsCard entity="ACCOUNT" id={account.id} />
            {people.data === undefined || people.data.total === 0 ? null : <CoverageCard people={people.data} />}
            <AccountTree id={account.id} />
            <AccountDomains account={account} />
          </div>
        </>
      }
    />
  );
}

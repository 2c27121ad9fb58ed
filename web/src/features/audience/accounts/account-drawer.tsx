import { useQuery } from "@tanstack/react-query";
import { Globe, Users } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Drawer } from "@/components/drawer.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { Tabs } from "@/components/tabs.tsx";
import { countOf, formatCount } from "@/lib/format.ts";
import { ArchivedNotice } from "@/records/archived-notice.tsx";
import { History } from "@/records/history.tsx";
import { MembershipsCard } from "@/records/memberships/memberships-card.tsx";
import { Overview } from "@/records/overview.tsx";
import { RecordMenu } from "@/records/record-menu.tsx";
import { RestrictionNotice } from "@/records/restriction-notice.tsx";
import { useRecordInView } from "@/records/use-record-in-view.ts";
import { useWork } from "@/records/work-tabs.tsx";
import { useNoteOpened } from "@/shell/search/recent.ts";
import { accountKind, accountName } from "@/records/kinds/account-kind.ts";
import { AccountFacts } from "./account-facts.tsx";
import { NewContact } from "./new-contact.tsx";
import { type AccountRow, accountQuery } from "./queries.ts";
import { StubNotice } from "./stub-notice.tsx";

/** An account beside the list. What the row knows is shown at once, the rest follows. */
export function AccountDrawer(props: {
  id: string;
  row: AccountRow | undefined;
  index: number | null;
  total: number | null;
  previousId: string | undefined;
  nextId: string | undefined;
  onMove: (id: string | null) => void;
}) {
  const { id, row, index, total, previousId, nextId, onMove } = props;
  const query = useQuery(accountQuery(id));
  const [tab, setTab] = useState("overview");
  useNoteOpened("ACCOUNT", query.data?.id);
  const account = query.data ?? row;
  const name = account ? accountName(account) : "";
  const work = useWork(accountKind, account, name, setTab);
  useRecordInView(accountKind, account, name, work.acts);
  const at =
    index === null
      ? ""
      : total === null
        ? formatCount(index + 1)
        : `${formatCount(index + 1)} of ${formatCount(total)}`;
  const move = (to: string | undefined) => (to === undefined ? undefined : () => onMove(to));
  return (
    <Drawer
      label={account === undefined || account === null ? "Account" : accountName(account)}
      position={at}
      onPrevious={move(previousId)}
      onNext={move(nextId)}
      onClose={() => onMove(null)}
      pageHref={`/accounts/${id}`}
    >
      {account === undefined || account === null ? (
        <div className="p-4">
          {query.isError ? (
            <LoadError what="This account" error={query.error} retry={() => void query.refetch()} />
          ) : query.isPending ? (
            <Skeleton width="60%" />
          ) : (
            <p className="t-2">This account does not exist, or you may not see it.</p>
          )}
        </div>
      ) : (
        <>
          <div className="p-4">
            <div className="row gap-3">
              <Avatar name={accountName(account)} square size="lg" />
              <div className="grow">
                <h2 className="t-16 semi clip">{accountName(account)}</h2>
                <p className="mono t-2 clip">{account.domain}</p>
              </div>
            </div>
            <div className="row mt-3.5 flex-wrap">
              <Link className="btn btn-sm" to={`/contacts?account=${id}`}>
                <Icon as={Users} />
                {countOf(account.contactCount, "contact", "contacts")}
              </Link>
              <NewContact account={account} />
              {account.domain ? (
                <a className="btn btn-sm" href={`https://${account.domain}`} target="_blank" rel="noreferrer noopener">
                  <Icon as={Globe} />
                  Website
                </a>
              ) : null}
              <RecordMenu kind={accountKind} record={account} name={accountName(account)} />
            </div>
            <div className="mt-3.5">
              <AccountFacts account={account} fields={query.data?.fields} />
            </div>
          </div>
          <ArchivedNotice kind={accountKind} record={account} name={accountName(account)} />
          <RestrictionNotice kind={accountKind} record={account} />
          {query.data ? <StubNotice account={query.data} /> : null}
          <Tabs
            label="Account"
            value={tab}
            onChange={setTab}
            bodyClassName="drawer-body"
            items={[
              {
                id: "overview",
                label: "Overview",
                content: (
                  <>
                    <Overview kind={accountKind} record={account} />
                    <div className="p-4">
                      <MembershipsCard entity="ACCOUNT" id={account.id} />
                    </div>
                  </>
                ),
              },
              ...work.tabs,
              { id: "history", label: "History", content: <History kind={accountKind} record={account} /> },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}

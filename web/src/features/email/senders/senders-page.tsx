import { useQuery } from "@tanstack/react-query";
import { Mail, Plus } from "lucide-react";
import { Link } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatMoment } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { EmailTabs } from "@/records/email-tabs.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { Brands } from "./brands.tsx";
import { type SenderRow, sendersQuery } from "./queries.ts";
import { SenderDialog } from "./sender-dialog.tsx";
import { healthOf } from "./words.ts";
import "@/components/data-table/table.css";
import "@/features/log/system/system.css";

/** Who our mail comes from, and whether its domains let it. */
export default function SendersPage() {
  useCrumb("Senders");
  const state = useListState();
  const query = useQuery(sendersQuery);
  const change = useMay("SETTINGS_MANAGE");
  const brands = query.data?.emailBrands ?? [];
  const noBrand = !brands.some((brand) => !brand.archived);
  const add = () => state.setCreating(true);
  usePageActions(
    change && query.isSuccess && !noBrand
      ? [
          {
            id: "sender-new",
            label: "New sender",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: add,
          },
        ]
      : [],
  );
  return (
    <div className="scroll bg-well">
      <PageHead
        title="Senders"
        count={query.data?.senderProfiles.filter((sender) => !sender.archived).length ?? null}
      />
      <EmailTabs />
      <div className="system max-w-240">
        {query.isPending ? (
          <PageSkeleton />
        ) : query.isError ? (
          <LoadError what="Senders" error={query.error} retry={() => void query.refetch()} />
        ) : (
          <>
            {query.data.senderProfiles.length === 0 ? (
              <Empty
                icon={Mail}
                title="No senders yet"
                actions={
                  change ? (
                    <Button
                      variant="primary"
                      icon={Plus}
                      disabledReason={noBrand ? "Make a brand first" : undefined}
                      onClick={add}
                    >
                      New sender
                    </Button>
                  ) : undefined
                }
              >
                A sender says who mail comes from, through which provider it leaves, and how its domains are proven.
              </Empty>
            ) : (
              <Senders senders={query.data.senderProfiles} />
            )}
            <Brands brands={brands} senders={query.data.senderProfiles} change={change} />
          </>
        )}
      </div>
      {state.creating && change && query.isSuccess && !noBrand ? (
        <SenderDialog sender={null} brands={brands} onClose={() => state.setCreating(false)} />
      ) : null}
    </div>
  );
}

function Senders({ senders }: { senders: readonly SenderRow[] }) {
  return (
    <Card flush>
      <div className="overflow-x-auto">
        <table className="dt flush" aria-label="Senders">
          <thead>
            <tr>
              <th scope="col">Sender</th>
              <th scope="col">Brand</th>
              <th scope="col">Provider account</th>
              <th scope="col">Records</th>
              <th scope="col">Checked</th>
            </tr>
          </thead>
          <tbody>
            {senders.map((sender) => {
              const { tone, label } = healthOf(sender.health);
              return (
                <tr key={sender.id}>
                  <td>
                    <Link className="link med" to={`/campaigns/senders/${sender.id}`}>
                      {sender.fromName}
                    </Link>{" "}
                    <span className="mono t-2">{sender.fromAddress}</span>
                  </td>
                  <td>
                    {sender.brandName}
                    {sender.isDefault ? <span className="t-2"> (default)</span> : null}
                  </td>
                  <td>
                    {sender.account} <span className="t-2">({sender.providerName})</span>
                  </td>
                  <td>
                    {sender.archived ? <Status tone="hollow">Archived</Status> : <Status tone={tone}>{label}</Status>}
                  </td>
                  <td>{sender.checkedAt ? formatMoment(sender.checkedAt) : <span className="t-3">Never</span>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

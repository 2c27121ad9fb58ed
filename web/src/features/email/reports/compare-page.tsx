import { useQueries, useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { campaignPage, campaignQuery, CAMPAIGNS } from "@/features/campaigns/campaigns/queries.ts";
import type { CampaignState } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { type Named, NamedPicker, type Offered } from "@/records/campaigns/named-picker.tsx";
import { FileButton } from "@/records/file-button.tsx";
import { useCrumb } from "@/shell/crumbs.tsx";
import { CompareTable } from "./compare-table.tsx";
import { comparedFile, type FileFormat } from "./files.ts";
import { COMPARED_MOST, comparedQuery } from "./queries.ts";

const FOUND = 20;
/** Of which something may have left. */
const LAUNCHED: CampaignState[] = ["LAUNCHING", "RUNNING", "PAUSED", "COMPLETED", "STOPPED"];

/** Campaigns by mail that were launched, the newest first. */
const offer = (q: string): Offered<Named> => ({
  queryKey: [CAMPAIGNS, "launched", q],
  queryFn: async ({ signal }) => {
    const filter = { channel: "EMAIL" as const, states: LAUNCHED, ...(q === "" ? {} : { q }) };
    const { edges } = await campaignPage({ first: FOUND, filter, sort: null, signal });
    return edges.map(({ node: { id, name } }) => ({ id, name }));
  },
});

/** Two to five campaigns beside one another, by the same figures. Which ones stands in the address. */
export default function ComparePage() {
  useCrumb("Compare campaigns");
  const [params, setParams] = useSearchParams();
  const [tooMany, setTooMany] = useState(false);
  const asked = (params.get("ids") ?? "").split(",").filter((id) => id !== "");
  const ids = [...new Set(asked)].slice(0, COMPARED_MOST);
  const query = useQuery(comparedQuery(ids));
  // Names of those that the address names, as long as there is nothing to hold against them.
  const named = useQueries({ queries: ids.map((id) => ({ ...campaignQuery(id), refetchInterval: false as const })) });
  const chosen = ids.map((id, index) => ({ id, name: named[index]?.data?.name ?? "…" }));
  const choose = (next: Named[]) => {
    setTooMany(next.length > COMPARED_MOST);
    if (next.length > COMPARED_MOST) return;
    setParams(next.length === 0 ? {} : { ids: next.map(({ id }) => id).join(",") }, { replace: true });
  };
  const compared = query.data ?? [];
  const shown = compared.filter(({ campaignId }) => ids.includes(campaignId));
  const missing = query.isSuccess && !query.isPlaceholderData ? ids.length - shown.length : 0;
  const takeOut = (format: FileFormat) => download(comparedFile(ids, format), `campaigns-compared.${format}`);
  return (
    <section className="relative flex min-h-0 flex-1 flex-col" aria-label="Compare campaigns">
      <PageHead title="Compare campaigns" />
      <div className="scroll bg-well">
        <div className="flex flex-col gap-3 px-5 py-4">
          <div className="max-w-160">
            <NamedPicker
              label="Campaigns"
              placeholder="Choose two to five"
              hint="By mail, and launched. Shares are of what was delivered, as in their results."
              error={tooMany ? "Five at most. Take one off before you add another." : undefined}
              multiple
              value={chosen}
              onChange={choose}
              offer={offer}
            />
          </div>
          {ids.length < 2 ? (
            <Empty icon={Scale} title="Nothing to compare yet">
              {ids.length === 0
                ? "Choose two to five campaigns; their figures stand beside one another here."
                : "Choose one more campaign at least, to hold against it."}
            </Empty>
          ) : query.isError && query.data === undefined ? (
            <LoadError what="The campaigns" error={query.error} retry={() => void query.refetch()} />
          ) : query.data === undefined ? (
            <Skeleton width="60%" />
          ) : (
            <Card
              title="The same figures, side by side"
              flush
              aside={
                shown.length === 0 ? undefined : (
                  <div className="row flex-wrap gap-2">
                    <FileButton small label="Export CSV" failed="Not exported" save={() => takeOut("csv")} />
                    <FileButton small label="Export Excel" failed="Not exported" save={() => takeOut("xlsx")} />
                  </div>
                )
              }
            >
              <CompareTable compared={shown} />
              {missing > 0 ? (
                <p className="card-body t-12 t-3 pt-3">
                  {missing === 1 ? "One of them is" : `${missing} of them are`} not there, not by mail, or not yours to
                  see. <Link to="/campaigns/email">All email campaigns</Link>
                </p>
              ) : null}
            </Card>
          )}
        </div>
      </div>
    </section>
  );
}

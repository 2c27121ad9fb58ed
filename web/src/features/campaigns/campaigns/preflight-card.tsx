import type { UseQueryResult } from "@tanstack/react-query";
import { CircleAlert, RefreshCw, TriangleAlert } from "lucide-react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { countOf } from "@/lib/format.ts";
import { faultsOf, mendings } from "./preflight.ts";
import type { PreflightItem } from "./check-queries.ts";
import type { Campaign } from "./queries.ts";

/** What keeps it from being launched, and what should be looked at; each with the way to where it is mended. */
export function PreflightCard({ campaign, query }: { campaign: Campaign; query: UseQueryResult<PreflightItem[]> }) {
  const items = query.data ?? [];
  const faults = faultsOf(items);
  const warnings = items.filter(({ level }) => level === "WARNING");
  return (
    <Card
      flush
      title="Checks"
      sub={query.data === undefined ? undefined : summary(faults.length, warnings.length)}
      aside={
        <Button small icon={RefreshCw} busy={query.isFetching} onClick={() => void query.refetch()}>
          Check again
        </Button>
      }
    >
      <div data-testid="preflight" aria-busy={query.isFetching}>
        {query.isError ? (
          <div className="px-4 pb-4">
            <LoadError what="The checks" error={query.error} retry={() => void query.refetch()} />
          </div>
        ) : query.data === undefined ? (
          <div className="delayed flex flex-col gap-3 px-4 pb-4" aria-hidden="true">
            <Skeleton width="70%" />
            <Skeleton width="50%" />
          </div>
        ) : items.length === 0 ? (
          <div className="px-4 pb-4">
            <Notice tone="success" title="Nothing keeps it from being launched">
              All of it is asked again when it is launched, and when it starts.
            </Notice>
          </div>
        ) : (
          <ul className="campaign-faults" aria-label="What was found">
            {[...faults, ...warnings].map((item, index) => (
              <Item key={`${item.code} ${index}`} campaign={campaign} item={item} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Item({ campaign, item }: { campaign: Campaign; item: PreflightItem }) {
  const fault = item.level === "FAULT";
  return (
    <li data-testid={`preflight-${item.code}`}>
      <Icon as={fault ? CircleAlert : TriangleAlert} className={fault ? "c-danger" : "c-warning"} />
      <div className="grow min-w-0">
        <p className="wrap-anywhere">
          <span className="sr">{fault ? "Fault: " : "Warning: "}</span>
          {item.message}
        </p>
        <p className="row flex-wrap gap-3">
          {mendings(campaign, item).map(({ label, to }) => (
            <Link key={to} className="link t-12" to={to}>
              {label}
            </Link>
          ))}
        </p>
      </div>
    </li>
  );
}

function summary(faults: number, warnings: number): string {
  const parts = [
    ...(faults === 0 ? [] : [`${countOf(faults, "fault", "faults")} to mend`]),
    ...(warnings === 0 ? [] : [`${countOf(warnings, "warning", "warnings")} to look at`]),
  ];
  return parts.join(", ");
}

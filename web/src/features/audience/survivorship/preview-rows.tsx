import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import { ShowMore } from "@/components/show-more.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import type { Entity, SurvivorshipSource } from "@/gql/graphql.ts";
import { formatDay } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { fieldText, valueText } from "@/records/field-value.tsx";
import { type PreviewedRecord, previewRowsQuery, type RulesPreview, type Survivorship } from "./queries.ts";

interface Props {
  entity: Entity;
  preview: RulesPreview;
  sources: Survivorship["sources"];
}

/** Record by record: the value that holds and the one that would, each with where and when it was told. */
export function PreviewRows({ entity, preview, sources }: Props) {
  const query = useInfiniteQuery(previewRowsQuery(entity, preview.id));
  const catalogue = useCatalogue(entity) ?? [];
  const labels = new Map(sources.map(({ source, label }) => [source, label]));
  const text = (field: string, value: unknown) => {
    const definition = catalogue.find((one) => one.key === field);
    return definition === undefined ? valueText("text", value as Json) : fieldText(definition, value as Json);
  };
  if (query.isPending) {
    return (
      <div className="p-4">
        <Skeleton width="60%" />
      </div>
    );
  }
  if (query.isError) {
    return <LoadError what="These records" error={query.error} retry={() => void query.refetch()} />;
  }
  const rows = query.data.pages.flatMap((page) => page.rows);
  return (
    <div className="overflow-x-auto">
      <table className="dt flush weighed" aria-label="Records that would hold other values">
        <thead>
          <tr>
            <th scope="col">Record</th>
            <th scope="col">Field</th>
            <th scope="col">Value now</th>
            <th scope="col">Value by these rules</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((record) =>
            record.fields.map((one, index) => (
              <tr key={`${record.recordId}-${one.field}`}>
                <td>{index === 0 ? <Name entity={entity} record={record} /> : null}</td>
                <td className="t-2">{one.label}</td>
                <td>
                  <del className="was">{text(one.field, one.now)}</del>
                  <Told source={one.nowSource} at={one.nowAt} labels={labels} />
                </td>
                <td>
                  <ins className="ch">{text(one.field, one.then)}</ins>
                  <Told source={one.thenSource} at={one.thenAt} labels={labels} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      <ShowMore query={query} shown={rows.length} total={preview.changed ?? 0} />
    </div>
  );
}

function Name({ entity, record }: { entity: Entity; record: PreviewedRecord }) {
  const list = entity === "CONTACT" ? "contacts" : "accounts";
  return (
    <Link className="med hover:underline" to={`/${list}/${record.recordId}?tab=history`}>
      {record.name ?? (entity === "CONTACT" ? "A contact" : "An account")}
    </Link>
  );
}

function Told({
  source,
  at,
  labels,
}: {
  source: SurvivorshipSource;
  at: string;
  labels: ReadonlyMap<SurvivorshipSource, string>;
}) {
  return (
    <span className="t-3 t-12 told">
      {labels.get(source) ?? source}, {formatDay(at)}
    </span>
  );
}

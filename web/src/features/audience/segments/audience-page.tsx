import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { LoadError } from "@/components/notice.tsx";
import type { Entity } from "@/gql/graphql.ts";
import { formatFilter } from "@/lib/filter-json.ts";
import { isId } from "@/lib/ids.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { NotFound } from "@/shell/not-found.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { AudienceBuilder } from "./audience-builder.tsx";
import { segmentQuery } from "./queries.ts";
import { pathOf } from "./words.ts";

/** A filter built in groups, with what it means and finds. With `?segment=` it is that segment's definition. */
export default function AudiencePage({ entity }: { entity: Entity }) {
  const [params] = useSearchParams();
  const id = params.get("segment");
  const named = id !== null && isId(id);
  // What is typed must not be overtaken by a definition that is read again meanwhile.
  const query = useQuery({ ...segmentQuery(id ?? ""), enabled: named, refetchInterval: false });
  const segment = named ? (query.data ?? null) : null;
  const above = useMemo(() => (segment === null ? undefined : { label: segment.name, to: pathOf(segment) }), [segment]);
  useCrumb(above === undefined ? "Audience builder" : "Definition", above);
  const text = segment === null ? null : formatFilter(segment.filter);
  const base = useMemo(() => new URLSearchParams(text === null ? {} : { filter: text }), [text]);
  if (named && query.isPending) return <PageSkeleton />;
  if (named && query.isError) {
    return (
      <div className="p-5">
        <LoadError what="This segment" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  if (id !== null && (segment === null || segment.entity !== entity)) return <NotFound what="segment" />;
  return <AudienceBuilder key={`${entity} ${id}`} entity={entity} segment={segment} base={base} />;
}

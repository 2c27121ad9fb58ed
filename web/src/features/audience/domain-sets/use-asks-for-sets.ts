import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/features/identity/me/queries.ts";
import type { Entity } from "@/gql/graphql.ts";
import { filterFieldsQuery } from "@/records/filter-queries.ts";

/** Whether a list of records can be asked for those of a set: only then it is linked to. */
export function useAsksForSets(entity: Entity, enabled = true): boolean {
  const may = useMay(entity === "CONTACT" ? "CONTACTS_VIEW" : "ACCOUNTS_VIEW");
  const fields = useQuery({ ...filterFieldsQuery(entity), enabled: may && enabled }).data ?? [];
  return may && enabled && fields.some(({ key }) => key === "domain_sets");
}

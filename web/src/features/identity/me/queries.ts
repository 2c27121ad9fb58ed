import { graphql } from "@/gql/gql.ts";
import type { MeQuery } from "@/gql/graphql.ts";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { execute } from "@/lib/graphql.ts";
import { receivePreferences } from "@/lib/preferences.ts";
import { type Grants, grantsOf, may } from "@/lib/permissions.ts";

const ME = graphql(`
  query Me {
    me {
      id
      name
      email
      role
      development
      owesSecondStep
      preferences
      viewingUntil
      teams {
        id
        name
        archived
      }
      client {
        id
        name
      }
      permissions {
        permission
        scope
      }
    }
  }
`);

export type Me = MeQuery["me"];

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }) => {
    const data = await execute(ME, {}, signal);
    receivePreferences(data.me.preferences ?? undefined);
    return data;
  },
  select: (data) => data.me,
  staleTime: 5 * 60_000,
});

/** The viewer. Only below the shell, which waits for it once. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

const cache = new WeakMap<object, Grants>();

export function useGrants(): Grants {
  const me = useMe();
  const known = cache.get(me.permissions);
  if (known !== undefined) return known;
  const grants = grantsOf(me.permissions);
  cache.set(me.permissions, grants);
  return grants;
}

/** Whether the viewer's role has the permission in any scope. */
export function useMay(permission: string): boolean {
  return may(useGrants(), permission);
}

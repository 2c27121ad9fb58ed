import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { TeamListQuery, TeamPageQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";

const LIST = graphql(`
  query TeamList {
    teams {
      id
      name
      archived
      memberCount
    }
  }
`);

const PAGE = graphql(`
  query TeamPage($id: UUID!) {
    team(id: $id) {
      id
      name
      archived
      memberCount
    }
    teamMembers(id: $id) {
      id
      name
      email
      role
      active
    }
    teamHistory(id: $id) {
      position
      title
      text
      at
      actorName
    }
  }
`);

const STAFF = graphql(`
  query TeamCandidates {
    taskAssignees {
      id
      name
    }
  }
`);

export type TeamRow = TeamListQuery["teams"][number];
export type TeamMember = TeamPageQuery["teamMembers"][number];
export type TeamAct = TeamPageQuery["teamHistory"][number];

/** By name, archived ones included. */
export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: async ({ signal }) => (await execute(LIST, {}, signal)).teams,
});

/** One team, who is in it, and what happened. */
export const teamQuery = (id: string) =>
  queryOptions({
    queryKey: ["teams", "one", id],
    queryFn: ({ signal }) => execute(PAGE, { id }, signal),
  });

/** Who of ours can join a team: whoever works here. */
export const candidatesQuery = queryOptions({
  queryKey: ["teams", "candidates"],
  queryFn: async ({ signal }) => (await execute(STAFF, {}, signal)).taskAssignees,
});

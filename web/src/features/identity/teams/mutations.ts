import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const CREATE = graphql(`
  mutation TeamCreate($input: TeamCreateInput!) {
    teamCreate(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RENAME = graphql(`
  mutation TeamRename($input: TeamRenameInput!) {
    teamRename(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const ARCHIVE = graphql(`
  mutation TeamArchive($id: UUID!) {
    teamArchive(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESTORE = graphql(`
  mutation TeamRestore($id: UUID!) {
    teamRestore(id: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ADD_MEMBER = graphql(`
  mutation TeamMemberAdd($input: TeamMemberInput!) {
    teamMemberAdd(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REMOVE_MEMBER = graphql(`
  mutation TeamMemberRemove($input: TeamMemberInput!) {
    teamMemberRemove(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function createTeam(name: string): Promise<void> {
  accepted((await execute(CREATE, { input: { name } })).teamCreate);
}

export async function renameTeam(id: string, name: string): Promise<void> {
  accepted((await execute(RENAME, { input: { id, name } })).teamRename);
}

/** Where it was written; null where it was so before, so that nothing changed. */
export type Written = number | null;

/** Nobody joins it any more, and it is not offered; who is in it and what it has stay. */
export async function archiveTeam(id: string): Promise<Written> {
  return accepted((await execute(ARCHIVE, { id })).teamArchive).position;
}

export async function restoreTeam(id: string): Promise<Written> {
  return accepted((await execute(RESTORE, { id })).teamRestore).position;
}

export async function addMember(teamId: string, userId: string): Promise<Written> {
  return accepted((await execute(ADD_MEMBER, { input: { teamId, userId } })).teamMemberAdd).position;
}

export async function removeMember(teamId: string, userId: string): Promise<Written> {
  return accepted((await execute(REMOVE_MEMBER, { input: { teamId, userId } })).teamMemberRemove).position;
}

/** The list, the pages, the users, who say their teams, and oneself. */
export async function refreshTeams(client: QueryClient): Promise<void> {
  await Promise.all([["teams"], ["users"], ["me"]].map((queryKey) => client.invalidateQueries({ queryKey })));
}

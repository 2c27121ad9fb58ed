/** Users, clients and teams of the mock. */
import { randomUUID } from "node:crypto";
import { connection, type PageArgs } from "./connection.ts";
import { hasSecondStep } from "./own-access.ts";
import type { MockTeam, MockUser, World } from "./world.ts";

interface UserInput {
  id: string;
  name?: string;
  email?: string;
  role?: string;
  password?: string;
  clientId?: string | null;
  teamIds?: string[];
}

interface MemberInput {
  teamId: string;
  userId: string;
}

export const refusal = (code: string, field: string | null, message: string) => ({
  position: null,
  userErrors: [{ code, field, message }],
});

const teamOf = (world: World, { id, name, archived }: MockTeam) => ({
  id,
  name,
  archived,
  memberCount: world.users.filter((user) => user.active && user.teamIds.includes(id)).length,
});

export const teamsOf = (world: World, user: MockUser) =>
  world.teams.filter(({ id }) => user.teamIds.includes(id)).map((team) => teamOf(world, team));

export function clientOf(world: World, id: string | null) {
  const row = world.clients.find((other) => other.id === id);
  if (row === undefined) return null;
  const userCount = world.users.filter((other) => other.clientId === id).length;
  return { archived: false, website: null, ownerId: null, ownerName: null, brandCount: 0, ...row, userCount };
}

/** Somebody who may sign in from now on. */
export function addUser(world: World, input: Omit<UserInput, "id">): MockUser {
  const row: MockUser = {
    id: randomUUID(),
    name: input.name ?? "",
    email: input.email ?? "",
    role: input.role ?? "AGENT",
    clientId: input.clientId ?? null,
    teamIds: input.teamIds ?? [],
    active: true,
    createdAt: new Date().toISOString(),
    login: false,
    password: input.password ?? "pivotal-dev",
  };
  world.users.push(row);
  return row;
}

export function peopleResolvers(world: World, user: MockUser) {
  const userOf = (row: MockUser) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    active: row.active,
    createdAt: row.createdAt,
    lastLoginAt: null,
    secondFactor: hasSecondStep(row.id),
    teams: teamsOf(world, row),
    client: clientOf(world, row.clientId),
  });
  const done = (row: MockUser | undefined) => ({
    user: row === undefined ? null : userOf(row),
    position: ++world.position,
    userErrors: [],
  });
  const on =
    (act: (row: MockUser, input: UserInput) => void) =>
    ({ input }: { input: UserInput }) => {
      const row = world.users.find((other) => other.id === input.id);
      if (row !== undefined) act(row, input);
      return done(row);
    };
  const teamNamed = (name: string, own: string | null) =>
    world.teams.some((team) => team.id !== own && team.name.toLowerCase() === name.trim().toLowerCase())
      ? {
          team: null,
          ...refusal(
            "TEAM_NAME_TAKEN",
            "name",
            `Another team is called "${name.trim()}". Choose a name that tells them apart.`,
          ),
        }
      : null;

  const onTeam = (id: string, title: string, act: (team: MockTeam) => void) => {
    const team = world.teams.find((other) => other.id === id);
    if (team === undefined) return { team: null, ...refusal("NOT_FOUND", null, "There is no such team.") };
    act(team);
    team.acts.push({ title, at: new Date().toISOString(), actorName: user.name });
    return { team: teamOf(world, team), position: ++world.position, userErrors: [] };
  };

  return {
    users: (args: PageArgs) =>
      connection(
        world.users
          .filter((row) => user.clientId === null || row.clientId === user.clientId)
          .toSorted((a, b) => a.name.localeCompare(b.name)),
        args,
        userOf,
      ),
    userCreate: ({ input }: { input: UserInput }) =>
      world.users.some((other) => other.email === input.email)
        ? {
            user: null,
            ...refusal(
              "USER_EMAIL_TAKEN",
              "email",
              `Another user signs in with ${input.email}. Use a different address, or edit that user.`,
            ),
          }
        : done(addUser(world, input)),
    userEmailCorrect: on((row, { email }) => {
      row.email = String(email);
    }),
    userUpdate: on((row, { name, role, teamIds }) =>
      Object.assign(row, { name: name ?? row.name, role: role ?? row.role, teamIds: teamIds ?? row.teamIds }),
    ),
    userDisable: on((row) => {
      row.active = false;
    }),
    userEnable: on((row) => {
      row.active = true;
    }),
    profileChange: ({ input }: { input: { name: string } }) => {
      user.name = input.name.trim() || user.name;
      return { me: null, userErrors: [] };
    },
    user: ({ id }: { id: string }) => {
      const row = world.users.find((other) => other.id === id);
      return row === undefined ? null : userOf(row);
    },
    teams: () => world.teams.toSorted((a, b) => a.name.localeCompare(b.name)).map((team) => teamOf(world, team)),
    team: ({ id }: { id: string }) => {
      const team = world.teams.find((other) => other.id === id);
      return team === undefined ? null : teamOf(world, team);
    },
    teamMembers: ({ id }: { id: string }) =>
      world.users
        .filter((row) => row.teamIds.includes(id))
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(userOf),
    teamHistory: ({ id }: { id: string }) =>
      (world.teams.find((team) => team.id === id)?.acts ?? [])
        .map((act, index) => ({ position: index + 1, eventType: "TeamRenamed", text: null, ...act }))
        .toReversed(),
    teamArchive: ({ id }: { id: string }) =>
      onTeam(id, "Archived", (team) => {
        team.archived = true;
      }),
    teamRestore: ({ id }: { id: string }) =>
      onTeam(id, "Restored", (team) => {
        team.archived = false;
      }),
    teamMemberAdd: ({ input }: { input: MemberInput }) => {
      const row = world.users.find((other) => other.id === input.userId);
      return onTeam(input.teamId, `${row?.name ?? "Somebody"} joined`, ({ id }) => {
        if (row !== undefined) row.teamIds = [...new Set([...row.teamIds, id])];
      });
    },
    teamMemberRemove: ({ input }: { input: MemberInput }) => {
      const row = world.users.find((other) => other.id === input.userId);
      return onTeam(input.teamId, `${row?.name ?? "Somebody"} left`, ({ id }) => {
        if (row !== undefined) row.teamIds = row.teamIds.filter((other) => other !== id);
      });
    },
    teamCreate: ({ input }: { input: { name: string } }) => {
      const refused = teamNamed(input.name, null);
      if (refused !== null) return refused;
      const name = input.name.trim();
      const made = { title: `Created as ${name}`, at: new Date().toISOString(), actorName: user.name };
      const team = { id: randomUUID(), name, archived: false, acts: [made] };
      world.teams.push(team);
      return { team: teamOf(world, team), position: ++world.position, userErrors: [] };
    },
    teamRename: ({ input }: { input: { id: string; name: string } }) => {
      const refused = teamNamed(input.name, input.id);
      if (refused !== null) return refused;
      const team = world.teams.find((other) => other.id === input.id);
      if (team !== undefined) team.name = input.name.trim();
      return { team: team === undefined ? null : teamOf(world, team), position: ++world.position, userErrors: [] };
    },
    clients: (args: PageArgs) => connection(world.clients, args, (row) => clientOf(world, row.id)),
    client: ({ id }: { id: string }) => clientOf(world, id),
    clientRecord: ({ id }: { id: string }) =>
      clientOf(world, id) === null || user.clientId !== null
        ? null
        : { termsVersion: 0, terms: null, brands: [], lists: [], suppressionCount: 0 },
    clientUsers: ({ id }: { id: string }) => world.users.filter((row) => row.clientId === id).map(userOf),
    clientInvitations: () => [],
    clientHistory: () => [],
    clientCreate: ({ input }: { input: { name: string } }) => {
      const row = { id: randomUUID(), name: input.name, createdAt: new Date().toISOString() };
      world.clients.push(row);
      return { client: clientOf(world, row.id), position: ++world.position, userErrors: [] };
    },
    clientRename: ({ input }: { input: { id: string; name: string } }) => {
      const row = world.clients.find((other) => other.id === input.id);
      if (row !== undefined) row.name = input.name;
      return { client: clientOf(world, input.id), position: ++world.position, userErrors: [] };
    },
  };
}

/**
 * What the viewer may do, straight from the API's policy table (`me.permissions`). The server decides; this only hides
 * or explains. A permission that is not granted is absent or has scope NONE.
 */
export type Permission = string;
export type Grants = ReadonlyMap<Permission, string>;

/** An agent's own edits of records are for the person on the line; without a call the server refuses them, so they are not offered. */
function isUsable({ permission, scope }: { permission: string; scope: string }): boolean {
  return scope !== "NONE" && !(scope === "OWN" && /^(ACCOUNTS|CONTACTS)_EDIT$/.test(permission));
}

export function grantsOf(rows: readonly { permission: string; scope: string }[]): Grants {
  return new Map(
    rows
      .map((row) => ({ permission: row.permission.toUpperCase(), scope: row.scope.toUpperCase() }))
      .filter(isUsable)
      .map((row) => [row.permission, row.scope]),
  );
}

export function may(grants: Grants, permission: Permission | undefined): boolean {
  return permission === undefined || grants.has(permission);
}

/** Granted for everything there is, not only for one's own or one's team's. */
export function mayAll(grants: Grants, permission: Permission): boolean {
  return grants.get(permission) === "ALL";
}

const ROLE_NAMES: Record<string, string> = {
  ADMIN: "Admin",
  CAMPAIGN_MANAGER: "Campaign manager",
  DATA_OPS: "Data operations",
  QA_ANALYST: "QA analyst",
  AGENT: "Agent",
  CLIENT_USER: "Client user",
};

export function roleName(role: string): string {
  return ROLE_NAMES[role] ?? role;
}

/** The sentence under a control the role may not use. */
export function refusal(role: string, act: string): string {
  return `Your role, ${roleName(role)}, may not ${act}.`;
}

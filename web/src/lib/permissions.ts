/**
 * What the viewer may do, straight from the API's policy table (`me.permissions`). The server decides; this only hides
 * or explains. A permission that is not granted is absent or has scope NONE.
 */
export type Permission = string;
export type Grants = ReadonlyMap<Permission, string>;

export function grantsOf(rows: readonly { permission: string; scope: string }[]): Grants {
  return new Map(
    rows
      .filter((row) => row.scope.toUpperCase() !== "NONE")
      .map((row) => [row.permission.toUpperCase(), row.scope.toUpperCase()]),
  );
}

export function may(grants: Grants, permission: Permission | undefined): boolean {
  return permission === undefined || grants.has(permission);
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

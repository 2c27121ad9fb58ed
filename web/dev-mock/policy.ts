/** The rows of the policy table that the screens built so far read. */
const TABLE: Record<string, string[]> = {
  ACCOUNTS_VIEW: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT"],
  ACCOUNTS_EDIT: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  ACCOUNTS_ARCHIVE: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  CONTACTS_VIEW: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT"],
  CONTACTS_EDIT: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  CONTACTS_ARCHIVE: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  CONTACTS_ERASE: ["ADMIN", "DATA_OPS"],
  IMPORTS_VIEW: ["ADMIN", "DATA_OPS"],
  IMPORTS_RUN: ["ADMIN", "DATA_OPS"],
  CONTACTS_EXPORT: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  ACCOUNTS_EXPORT: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  EXPORTS_VIEW: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  JOBS_VIEW: ["ADMIN", "DATA_OPS"],
  JOBS_MANAGE: ["ADMIN"],
  PROJECTIONS_VIEW: ["ADMIN"],
  PROJECTIONS_MANAGE: ["ADMIN"],
  SEGMENTS_EDIT: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  USERS_VIEW: ["ADMIN", "CLIENT_USER"],
  USERS_MANAGE: ["ADMIN"],
  CLIENTS_VIEW: ["ADMIN", "CAMPAIGN_MANAGER"],
  CLIENTS_MANAGE: ["ADMIN"],
  CUSTOM_FIELDS_DEFINE: ["ADMIN", "DATA_OPS"],
  SETTINGS_MANAGE: ["ADMIN"],
};

export function grants(role: string): { permission: string; scope: string }[] {
  return Object.entries(TABLE)
    .filter(([, roles]) => roles.includes(role))
    .map(([permission]) => ({ permission, scope: "ALL" }));
}

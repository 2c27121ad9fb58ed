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
  EMAILS_VERIFY: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  PHONES_LOOK_UP: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS"],
  CONSENTS_VIEW: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT"],
  CONSENTS_RECORD: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "AGENT"],
  CONSENT_RULES_MANAGE: ["ADMIN", "DATA_OPS"],
  PRIVACY_REQUESTS: ["ADMIN", "DATA_OPS"],
  RETENTION_VIEW: ["ADMIN", "DATA_OPS"],
  RETENTION_MANAGE: ["ADMIN"],
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
  COLLEAGUES_INVITE: ["ADMIN", "CLIENT_USER"],
  CLIENTS_VIEW: ["ADMIN", "CLIENT_USER"],
  CLIENTS_MANAGE: ["ADMIN"],
  CUSTOM_FIELDS_DEFINE: ["ADMIN", "DATA_OPS"],
  SETTINGS_MANAGE: ["ADMIN"],
  API_KEYS_MANAGE: ["ADMIN"],
  TASKS_VIEW: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT"],
  TASKS_EDIT: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT"],
  NOTES_VIEW: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT"],
  NOTES_EDIT: ["ADMIN", "CAMPAIGN_MANAGER", "DATA_OPS", "QA_ANALYST", "AGENT"],
};

/** Who of them reaches only what is their own. */
const OWN: Record<string, string[]> = {
  CONSENTS_VIEW: ["AGENT"],
  CONSENTS_RECORD: ["AGENT"],
  TASKS_VIEW: ["AGENT"],
  TASKS_EDIT: ["QA_ANALYST", "AGENT"],
  NOTES_VIEW: ["AGENT"],
  NOTES_EDIT: ["QA_ANALYST", "AGENT"],
};

export function grants(role: string): { permission: string; scope: string }[] {
  return Object.entries(TABLE)
    .filter(([, roles]) => roles.includes(role))
    .map(([permission]) => ({ permission, scope: OWN[permission]?.includes(role) ? "OWN" : "ALL" }));
}

export const scopeOf = (role: string, permission: string): string =>
  grants(role).find((one) => one.permission === permission)?.scope ?? "NONE";

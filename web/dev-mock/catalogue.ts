/** The field catalogue as the API will send it; a shortened table, same shape. */
import { customDefinitions } from "./custom-fields.ts";

export interface Def {
  key: string;
  label: string;
  kind: string;
  group: string;
  personal?: boolean;
  readonly?: boolean;
  required?: boolean;
  sortable?: boolean;
  options?: string[];
}

const text = (key: string, label: string, group: string, more: Partial<Def> = {}): Def => ({
  key,
  label,
  kind: "text",
  group,
  ...more,
});

export const SENIORITY = ["C-level", "VP", "Director", "Head", "Manager", "Senior", "Staff", "Other"];
export const SIZES = ["1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001-10000", "10001+"];
export const DEPARTMENTS = ["Operations", "Logistics", "Procurement", "IT", "Finance", "Sales", "Marketing"];
export const STANDINGS = ["consent", "legitimate_interest", "contract", "none", "withdrawn"];
export const INDUSTRIES = ["Logistics", "Freight", "Manufacturing", "Retail", "Software", "Energy"];

export const CONTACT_FIELDS: Def[] = [
  text("full_name", "Full name", "Name", { personal: true, sortable: true }),
  text("first_name", "First name", "Name", { personal: true }),
  text("last_name", "Last name", "Name", { personal: true }),
  text("salutation", "Salutation", "Name", { personal: true }),
  text("job_title", "Job title", "Work", { sortable: true }),
  text("seniority_level", "Seniority", "Work", { kind: "choice", options: SENIORITY, sortable: true }),
  text("department", "Department", "Work", { kind: "choice", options: DEPARTMENTS, sortable: true }),
  text("email", "Email", "Reach", { kind: "email", personal: true, sortable: true }),
  text("secondary_emails", "Other emails", "Reach", { kind: "multi", personal: true }),
  text("email_verification_status", "Email verification", "Reach", {
    kind: "choice",
    options: ["unknown", "valid", "risky", "invalid", "disposable", "catch_all"],
  }),
  text("email_verification_reason", "Email verification reason", "Reach", { kind: "choice", readonly: true }),
  text("email_verified_at", "Email verified", "Reach", { kind: "datetime", readonly: true }),
  text("email_kind", "Kind of email", "Reach", {
    kind: "choice",
    readonly: true,
    options: ["business", "role", "free_mail", "disposable"],
  }),
  text("email_status", "Email status", "Reach", { kind: "text", readonly: true }),
  text("direct_phone", "Direct phone", "Reach", { kind: "phone", personal: true }),
  text("mobile_phone", "Mobile phone", "Reach", { kind: "phone", personal: true }),
  text("linkedin_url", "LinkedIn", "Reach", { kind: "url", personal: true }),
  text("address_street", "Street", "Place", { personal: true }),
  text("city", "City", "Place", { personal: true, sortable: true }),
  text("postal_code", "Postal code", "Place", { personal: true }),
  text("country", "Country", "Place", { kind: "country", sortable: true }),
  text("timezone", "Time zone", "Place", { kind: "tz" }),
  text("language", "Language", "Place", { kind: "language" }),
  text("consent_basis", "Consent basis", "Consent", {
    kind: "choice",
    options: ["legitimate interest", "consent", "contract", "none"],
  }),
  text("consent_at", "Consent given", "Consent", { kind: "datetime" }),
  text("email_consent", "Email consent", "Consent", { kind: "choice", readonly: true, options: STANDINGS }),
  text("phone_consent", "Phone consent", "Consent", { kind: "choice", readonly: true, options: STANDINGS }),
  text("tags", "Tags", "Organise", { kind: "multi" }),
  text("lifecycle", "Lifecycle", "Organise", { kind: "choice", options: ["new", "engaged", "lead", "customer"] }),
  text("score", "Score", "Organise", { kind: "number", readonly: true }),
  text("created_at", "Created", "Record", { kind: "datetime", readonly: true, sortable: true }),
  text("updated_at", "Updated", "Record", { kind: "datetime", readonly: true, sortable: true }),
];

export const ACCOUNT_FIELDS: Def[] = [
  text("name", "Name", "Company", { required: true, sortable: true }),
  text("domain", "Domain", "Company", { kind: "domain", sortable: true }),
  text("alternate_domains", "Other domains", "Company", { kind: "multi" }),
  text("industry", "Industry", "Company", { kind: "choice", options: INDUSTRIES, sortable: true }),
  text("employees_size_range", "Company size", "Size", { kind: "choice", options: SIZES, sortable: true }),
  text("staff_count", "Employees", "Size", { kind: "number", sortable: true }),
  text("annual_revenue", "Annual revenue", "Size", { kind: "money" }),
  text("year_founded", "Founded", "Size", { kind: "number" }),
  text("description", "Description", "Company"),
  text("hq_street", "Street", "Headquarters"),
  text("hq_city", "City", "Headquarters", { sortable: true }),
  text("hq_country", "Country", "Headquarters", { kind: "country", sortable: true }),
  text("main_phone", "Main phone", "Reach", { kind: "phone" }),
  text("main_phone_validity", "Main phone validity", "Reach", {
    kind: "choice",
    readonly: true,
    options: ["valid", "possible", "invalid"],
  }),
  text("linkedin_url", "LinkedIn", "Reach", { kind: "url" }),
  text("tech_stack", "Tech stack", "Signals", { kind: "multi" }),
  text("tags", "Tags", "Signals", { kind: "multi" }),
  text("created_at", "Created", "Record", { kind: "datetime", readonly: true, sortable: true }),
  text("updated_at", "Updated", "Record", { kind: "datetime", readonly: true, sortable: true }),
];

export function definitions(entity: "CONTACT" | "ACCOUNT") {
  const standard = (entity === "CONTACT" ? CONTACT_FIELDS : ACCOUNT_FIELDS).map((def) => ({
    key: def.key,
    label: def.label,
    entity,
    kind: def.kind,
    group: def.group,
    personal: def.personal ?? false,
    writable: !(def.readonly ?? false),
    unique: def.key === "email" || def.key === "domain",
    required: def.required ?? false,
    sortable: def.sortable ?? false,
    custom: false,
    options: def.options ?? [],
    choices: (def.options ?? []).map((value) => ({ value, label: value.replaceAll("_", " "), retired: false })),
    aliases: [],
  }));
  return [...standard, ...customDefinitions(entity)];
}

/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { Json } from "@/lib/json.ts";
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
export type AbTestInput = {
  automatic: boolean;
  metric: WinnerMetric;
  minutes: number;
  otherwiseWait?: boolean;
  sharePercent: number;
};

/** What is not named stays. */
export type AccessRulesSetInput = {
  secondStepFor?: SecondStepFor | null | undefined;
};

/** All conditions must hold. */
export type AccountFilter = {
  /** null: archived ones too. */
  archived?: boolean | null | undefined;
  /** Of the head office. */
  country?: Array<string> | null | undefined;
  /** Left out of what matches. */
  except?: Array<string> | null | undefined;
  ids?: Array<string> | null | undefined;
  /** Accounts that this import made or changed. */
  importId?: string | null | undefined;
  /** created, updated, unchanged, merged_in_file or matches_archived; together with importId. */
  importOutcome?: string | null | undefined;
  /** Only members of lists. */
  inLists?: InListsInput | null | undefined;
  industry?: Array<string> | null | undefined;
  /** Every word is looked for in the name, and as the beginning of the domain. */
  q?: string | null | undefined;
  status?: string | null | undefined;
  /** The viewer's, as Europe/Berlin: where days begin and "today" is. UTC if not said. */
  timeZone?: string | null | undefined;
  /**
   * A filter in the filter language (docs/FILTER.md), one more condition beside the others. To find archived records
   * by it, set archived to null as well.
   */
  where?: Json | null | undefined;
};

export type ApiKeyCreateInput = {
  /** Left out: good until it is revoked. */
  expiresAt?: string | null | undefined;
  /** What it is for, in words. */
  name: string;
  /** Permissions of the policy table, as CONTACTS_VIEW; at most what you may do yourself. */
  scopes: Array<string>;
};

export type ApiKeyState =
  | "ACTIVE"
  /** Its time is over. */
  | "EXPIRED"
  | "REVOKED";

/** Exactly one of list, segment, domainSet, filter and campaign. */
export type AudienceSourceInput = {
  campaign?: string | null | undefined;
  domainSet?: string | null | undefined;
  /** In the filter language; beside a domain set, what is asked besides. */
  filter?: Json | null | undefined;
  /** Of a domain set: also what is only nearly the same. */
  fuzzy?: boolean;
  list?: string | null | undefined;
  segment?: string | null | undefined;
  /** Of a filter: in which days begin, by its IANA name. */
  timeZone?: string | null | undefined;
  /** Of a campaign; everybody unless said. */
  who?: CampaignWho | null | undefined;
};

export type AudienceSourceKind = "CAMPAIGN" | "DOMAIN_SET" | "FILTER" | "LIST" | "SEGMENT";

/**
 * SET_FIELDS takes `fields`; ADD_TAGS and REMOVE_TAGS take `tags`; ASSIGN takes owner and team; ARCHIVE and REJECT_INDUSTRY take `reason`;
 * ACCEPT_INDUSTRY takes `confidenceAtLeast`, and both do nothing where no suggestion waits; RECORD_CONSENT takes `consent`, for contacts;
 * ADD_TO_LIST and REMOVE_FROM_LIST take `list`.
 */
export type BulkActionInput = {
  clearOwner?: boolean;
  clearTeam?: boolean;
  /** Percent; with ACCEPT_INDUSTRY. */
  confidenceAtLeast?: number | null | undefined;
  /** With RECORD_CONSENT. */
  consent?: BulkConsentInput | null | undefined;
  /** Catalogue key to raw value, or null to clear. Fields that are unique or say which record is which are refused. */
  fields?: Json | null | undefined;
  kind: BulkKind;
  /** With ADD_TO_LIST and REMOVE_FROM_LIST. */
  list?: string | null | undefined;
  /** A user's id. */
  owner?: string | null | undefined;
  /** Stands in the history of each. */
  reason?: string | null | undefined;
  tags?: Array<string> | null | undefined;
  team?: string | null | undefined;
};

export type BulkActionOnInput = {
  id: string;
};

/** Why each may be contacted. Consent needs the text that was shown or a proof; whoever withdrew later is refused. */
export type BulkConsentInput = {
  /** When they said so, or since when the basis holds; just now unless given. */
  at?: string | null | undefined;
  basis: ConsentBasis;
  channels: Array<ConsentChannel>;
  /** Where it was given: a form, a trade show, a call. */
  origin: string;
  /** Of the proof: a ticket, a form's entry, a page of a list. */
  reference?: string | null | undefined;
  /** Where the proof lies. */
  url?: string | null | undefined;
  /** The text that was shown to them. */
  wording?: string | null | undefined;
};

export type BulkKind =
  /** Accepts the industry that is suggested for each account, where it is sure enough. */
  | "ACCEPT_INDUSTRY"
  | "ADD_TAGS"
  /** Each comes into a list of records. */
  | "ADD_TO_LIST"
  | "ARCHIVE"
  | "ASSIGN"
  /** Asked for by recordsMerge and duplicatesMerge. */
  | "MERGE"
  /** Takes down why each contact may be contacted, as recording it of one does. */
  | "RECORD_CONSENT"
  /** Says no to the industry that is suggested for each account, where it waits for somebody. The account stays as it is. */
  | "REJECT_INDUSTRY"
  /** Each leaves a list of records. */
  | "REMOVE_FROM_LIST"
  | "REMOVE_TAGS"
  | "RESTORE"
  | "SET_FIELDS"
  /** Part of applying survivorship rules; cannot be asked for by itself. */
  | "WEIGH";

export type BulkOutcome =
  | "CHANGED"
  /** It lost nothing; why stands beside it. */
  | "REFUSED"
  /** It was so already. */
  | "UNCHANGED";

/** Which records: `ids` one by one (at most 10,000), or else all that the list with this filter shows, but for those in `except`. */
export type BulkSelectionInput = {
  /** With entity ACCOUNT. */
  accounts?: AccountFilter | null | undefined;
  /** With entity CONTACT. */
  contacts?: ContactFilter | null | undefined;
  entity: Entity;
  /** These are left out; at most 10,000. */
  except?: Array<string> | null | undefined;
  ids?: Array<string> | null | undefined;
};

export type BulkStartInput = {
  action: BulkActionInput;
  /** The number the person saw counted; shown beside the number that is found. */
  expected?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  selection: BulkSelectionInput;
};

export type BulkState =
  /** Waits for its turn, or its records are being gathered. */
  | "ASKED"
  /** What was changed until then stays so. */
  | "CANCELLED"
  | "COMPLETED"
  | "FAILED"
  | "RUNNING"
  | "UNDONE";

export type BulkUndoInput = {
  id: string;
  /** Records that are taken back although somebody touched them since; at most 1,000. */
  include?: Array<string>;
  /** All of them. */
  includeAll?: boolean;
};

export type CampaignChannel = "CALL" | "EMAIL";

export type CampaignConfirmationCode =
  /** Only with a client. */
  "CLIENT_AGREES" | "CONTENT_CHECKED" | "LAWFUL_BASIS";

export type CampaignCreateInput = {
  /** In whose name of ours it speaks. */
  brandId: string;
  channel?: CampaignChannel;
  /** For whom it is done; null: for us. */
  clientId?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  include?: Array<AudienceSourceInput> | null | undefined;
  name: string;
};

export type CampaignPauseReason =
  | "BOUNCES"
  | "COMPLAINTS"
  | "PERSON"
  | "PROVIDER"
  /** The log was restored from a backup: what left since then, it does not know. */
  | "RESTORE";

export type CampaignScheduleInput = {
  /** As the clock shows it in `zone`, or at each recipient's; null: at once. */
  at?: string | null | undefined;
  endsAt?: string | null | undefined;
  inRecipientsZone?: boolean;
  perSecond?: number | null | undefined;
  respectsCap?: boolean;
  windows?: CampaignWindowsInput | null | undefined;
  /** By its IANA name. */
  zone: string;
};

export type CampaignState =
  | "COMPLETED"
  | "DRAFT"
  /** Its audience is being taken. */
  | "LAUNCHING"
  | "PAUSED"
  | "RUNNING"
  /** Waits for its moment. */
  | "SCHEDULED"
  | "STOPPED";

/** Parts that are absent stay as they are. */
export type CampaignUpdateInput = {
  /** null: for us. Only of a draft. */
  clientId?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  ownerId?: string | null | undefined;
  tags?: Array<string> | null | undefined;
  /** null: no team. */
  teamId?: string | null | undefined;
};

/** Whom of another campaign. */
export type CampaignWho =
  | "BOUNCED"
  | "CLICKED"
  /** Whoever is in one of its audience versions. */
  | "EVERYBODY"
  /** Was sent to, and did not open. */
  | "NOT_OPENED"
  | "OPENED"
  | "REPLIED"
  | "SENT";

export type CampaignWindowsInput = {
  /** Seven, from Monday on. */
  days: Array<boolean>;
  fromMinute: number;
  toMinute: number;
};

/** All conditions must hold. */
export type CampaignsFilter = {
  /** null: archived ones too. */
  archived?: boolean | null | undefined;
  channel?: CampaignChannel | null | undefined;
  clientId?: string | null | undefined;
  ownerId?: string | null | undefined;
  /** Every word is looked for in the name. */
  q?: string | null | undefined;
  states?: Array<CampaignState> | null | undefined;
  tag?: string | null | undefined;
};

/** All details at once: what is null or blank is none. */
export type ClientChangeInput = {
  billingReference?: string | null | undefined;
  /** Two letters (ISO 3166), or a name. */
  country?: string | null | undefined;
  id: string;
  legalName?: string | null | undefined;
  note?: string | null | undefined;
  /** A web address or a domain. */
  website?: string | null | undefined;
};

export type ClientCreateInput = {
  idempotencyKey?: string | null | undefined;
  name: string;
};

export type ClientRenameInput = {
  id: string;
  name: string;
};

export type ClientTermsInput = {
  capPerCompany?: number | null | undefined;
  currency?: string | null | undefined;
  duplicatesWithin: DuplicatesWithin;
  id: string;
  lookBackDays?: number | null | undefined;
  overDelivery: OverDelivery;
  /** With pacingPer, or neither. */
  pacingLeads?: number | null | undefined;
  pacingPer?: PacingPer | null | undefined;
  /** With currency, or neither. */
  price?: string | null | undefined;
  returnWindowDays: number;
  /** The version that is replaced, 0 for none: what somebody else changed meanwhile is not overwritten. */
  seen: number;
};

/** Which clients. */
export type ClientsWanted = {
  /** Null: all. */
  archived?: boolean | null | undefined;
  /** Who of ours looks after them. */
  ownerId?: string | null | undefined;
  /** Part of the name or the website. */
  search?: string | null | undefined;
};

/** Without entity and field the column is not imported. */
export type ColumnMappingInput = {
  column: number;
  entity?: Entity | null | undefined;
  field?: string | null | undefined;
  rule?: WriteRule;
};

export type ConsentBasis =
  /** They said yes. Needs a text or a proof. */
  | "CONSENT"
  | "CONTRACT"
  /** Until they object. */
  | "LEGITIMATE_INTEREST";

export type ConsentChannel = "EMAIL" | "PHONE";

/** All conditions must hold. */
export type ConsentFilter = {
  channel?: ConsentChannel | null | undefined;
  contactId?: string | null | undefined;
  /** Recorded at this moment or later. */
  from?: string | null | undefined;
  /** Whether it can be shown by a text, a reference, a link or a file. */
  proven?: boolean | null | undefined;
  /** Every word must be in the name, or begin the email. */
  q?: string | null | undefined;
  standing?: ConsentStanding | null | undefined;
  state?: ConsentState | null | undefined;
  /** Exclusive. */
  to?: string | null | undefined;
};

/** What may be done before somebody said anything. */
export type ConsentPreset =
  /** Not without a basis of their own. */
  | "CONSENT_NEEDED"
  /** Contact them until they object. */
  | "LEGITIMATE_INTEREST";

export type ConsentRecordInput = {
  /** When they said so, or since when the basis holds; now if left out. */
  at?: string | null | undefined;
  basis: ConsentBasis;
  /** Each gets a statement of its own. */
  channels: Array<ConsentChannel>;
  contactId: string;
  idempotencyKey?: string | null | undefined;
  /** Where they said it from. */
  ip?: string | null | undefined;
  /** Where it was given: a form, a trade show, a call. */
  origin: string;
  /** Of the proof: a ticket, a form's entry, a page of a paper list. */
  reference?: string | null | undefined;
  url?: string | null | undefined;
  /** The text that was shown to them. */
  wording?: string | null | undefined;
};

export type ConsentRuleSetInput = {
  /** Two letters (ISO 3166) or a name, or * for every country without a rule of its own. */
  country: string;
  email: ConsentPreset;
  /** On whose word. */
  note?: string | null | undefined;
  phone: ConsentPreset;
};

export type ConsentStanding =
  | "CONSENT"
  | "CONTRACT"
  | "LEGITIMATE_INTEREST"
  /** There is no basis: they may not be contacted until there is one. */
  | "NONE"
  /** They said no. */
  | "WITHDRAWN";

export type ConsentState =
  /** It is the last word. */
  | "COUNTS"
  /** Something was said after it. */
  | "SUPERSEDED"
  /** It was a mistake. */
  | "TAKEN_BACK";

export type ConsentTakeBackInput = {
  contactId: string;
  statementId: string;
  /** Kept beside it. */
  why: string;
};

/** What says how it stands. */
export type ConsentWhy =
  /** The rule of their country. */
  | "COUNTRY"
  /** The rule of all countries without one of their own. */
  | "OTHER_COUNTRIES"
  /** The contact's own fields say so. */
  | "RECORD"
  /** It was recorded of the person. */
  | "STATEMENT";

export type ConsentWithdrawInput = {
  /** When they said so; now if left out. */
  at?: string | null | undefined;
  channels: Array<ConsentChannel>;
  contactId: string;
  note?: string | null | undefined;
  /** How they said it: a reply, a call, a letter. */
  origin: string;
};

export type ContactEraseInput = {
  /** Erasing cannot be undone. */
  confirm: boolean;
  id: string;
  /** The person's request this carries out, as a ticket number. No personal data. */
  request: string;
};

/** All conditions must hold. */
export type ContactFilter = {
  accountId?: string | null | undefined;
  /** null: archived ones too. */
  archived?: boolean | null | undefined;
  country?: Array<string> | null | undefined;
  createdFrom?: string | null | undefined;
  /** Exclusive. */
  createdTo?: string | null | undefined;
  department?: Array<string> | null | undefined;
  /** Left out of what matches. */
  except?: Array<string> | null | undefined;
  ids?: Array<string> | null | undefined;
  /** Contacts that this import made or changed. */
  importId?: string | null | undefined;
  /** With importId: created, updated, unchanged, merged_in_file, matches_archived. */
  importOutcome?: string | null | undefined;
  /** Only members of lists. */
  inLists?: InListsInput | null | undefined;
  jobTitleContains?: string | null | undefined;
  /** Every word is looked for in name and company, and as the beginning of email and its domain. */
  q?: string | null | undefined;
  seniorityLevel?: Array<string> | null | undefined;
  /** The viewer's, as Europe/Berlin: where days begin and "today" is. UTC if not said. */
  timeZone?: string | null | undefined;
  /**
   * A filter in the filter language (docs/FILTER.md), one more condition beside the others. To find archived records
   * by it, set archived to null as well.
   */
  where?: Json | null | undefined;
};

/** Parts that are absent stay as they are. */
export type CustomFieldChangeInput = {
  /** Null takes it away; absent leaves it. */
  default?: string | null | undefined;
  entity: Entity;
  key: string;
  label?: string | null | undefined;
  /** All options in their new order. An option that is not wanted any more is retired, not left out. */
  options?: Array<CustomFieldOptionInput> | null | undefined;
  required?: boolean | null | undefined;
  /** Refused while two records hold the same value, with these records. */
  unique?: boolean | null | undefined;
};

export type CustomFieldDefineInput = {
  /** As a form would be filled in; several options of a choice with ; between them. */
  default?: string | null | undefined;
  entity: Entity;
  idempotencyKey?: string | null | undefined;
  label: string;
  /** Labels of the options of a choice. */
  options?: Array<string>;
  required?: boolean;
  type?: CustomFieldType;
  unique?: boolean;
};

export type CustomFieldOptionInput = {
  label: string;
  retired?: boolean;
  /** Of an option that is there; absent adds one. */
  value?: string | null | undefined;
};

/** What the values of a custom field are like. It cannot be changed later. */
export type CustomFieldType =
  | "BOOL"
  /** One of the options. */
  | "CHOICE"
  | "DATE"
  | "DATE_TIME"
  | "EMAIL"
  | "MONEY"
  /** Several of the options. */
  | "MULTI"
  /** Whole or with a fraction. */
  | "NUMBER"
  | "PHONE"
  | "TEXT"
  | "URL";

export type DigestEvery =
  | "DAILY"
  | "OFF"
  /** On Mondays. */
  | "WEEKLY";

export type DnsRecordKind = "CNAME" | "MX" | "TXT";

/** Which people of a set. All conditions must hold. */
export type DomainSetContactFilter = {
  /** Any of these departments. */
  department?: Array<string>;
  /** Also those of accounts that are only nearly the same and wait for a person. */
  fuzzy?: boolean;
  /** Any of these levels. */
  seniority?: Array<string>;
  /** A part of the job title. */
  title?: string | null | undefined;
  withEmail?: boolean;
};

export type DomainSetConvertToListInput = {
  /** Which of the people; of accounts only `fuzzy` is asked. */
  contacts?: DomainSetContactFilter | null | undefined;
  /** ACCOUNT: those it was matched with. CONTACT: their people. */
  entity: Entity;
  /** The number the person saw counted; shown beside the number that is found. */
  expected?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  /** The set's own with the moment unless said. */
  name?: string | null | undefined;
  tags?: Array<string>;
  /** With visibility TEAM. */
  teamId?: string | null | undefined;
  visibility?: ListVisibility;
};

/** All conditions must hold. */
export type DomainSetItemFilter = {
  /** Only those that look like another domain. */
  lookalikes?: boolean;
  /** How the domain begins, or a part of the company's name. */
  q?: string | null | undefined;
  /** Any of these; all if none is said. */
  statuses?: Array<DomainSetItemStatus>;
  via?: DomainSetVia | null | undefined;
};

export type DomainSetItemJudgeInput = {
  accountId: string;
  id: string;
  /** Its number. */
  item: number;
  verdict: DomainSetVerdict;
};

/** The last word about an item. */
export type DomainSetItemRetractInput = {
  /** The account that was said to be the item, or not to be it. */
  accountId: string;
  id: string;
  /** Its number. */
  item: number;
};

export type DomainSetItemStatus =
  /** Nearly the same; waits for a person and does not count yet. */
  | "FUZZY"
  /** An account has the domain, or a person said which it is. */
  | "MATCHED"
  /** Not looked at yet. */
  | "PENDING"
  | "UNKNOWN";

export type DomainSetState =
  /** See `error`. */
  | "FAILED"
  /** Its items are being matched. */
  | "MATCHING"
  /** The lines of its file are being read. */
  | "READING"
  | "READY";

/** Parts that are absent stay as they are. */
export type DomainSetUpdateInput = {
  id: string;
  name?: string | null | undefined;
  sharing?: ViewSharing | null | undefined;
  tags?: Array<string> | null | undefined;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
};

/** Pasted lines: one domain a line, or columns of domain, name of the company and notes. Files go to `POST /api/v1/domain-sets`. */
export type DomainSetUploadInput = {
  name?: string | null | undefined;
  sharing?: ViewSharing;
  /** Make accounts of what is unknown, each waiting to be looked at. */
  stubs?: boolean;
  tags?: Array<string>;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
  text: string;
};

export type DomainSetVerdict =
  /** It is this account, whatever was found. */
  | "ASSIGNED"
  /** The account that was found is the one. */
  | "CONFIRMED"
  /** It is not; it is never found for this item again. */
  | "REJECTED";

export type DomainSetVia =
  /** It is one of its alternate domains. */
  | "ALTERNATE"
  /** It is the account's domain. */
  | "DOMAIN"
  /** Domain or name are nearly the same. */
  | "FUZZY"
  /** A person said so. */
  | "MANUAL";

export type DuplicateClass =
  /** At least 98 of 100 such pairs are one. */
  | "DUPLICATE"
  /** They share a key that only one may have: an email, a LinkedIn page, a domain. */
  | "EXACT"
  /** A person should look. */
  | "REVIEW";

/** All conditions must hold. Without any: all pairs that wait. */
export type DuplicateFilter = {
  class?: DuplicateClass | null | undefined;
  /** Those somebody said are not one, instead of those that wait. */
  dismissed?: boolean;
  minScore?: number | null | undefined;
  /** Pairs of which the list would show a record for these words. */
  q?: string | null | undefined;
  /** Pairs of this record. */
  recordId?: string | null | undefined;
};

export type DuplicatesFindInput = {
  entity: Entity;
  /** Also what was looked at before. */
  whole?: boolean;
};

export type DuplicatesJudgeInput = {
  entity: Entity;
  pairs: Array<RecordPairInput>;
  /** They may be one after all: takes back that they are not. */
  reopen?: boolean;
};

/** Which pairs: those named, or else the likeliest that wait, at most 5,000. Pairs that share a record are one group. */
export type DuplicatesMergeInput = {
  entity: Entity;
  filter?: DuplicateFilter | null | undefined;
  idempotencyKey?: string | null | undefined;
  keep?: MergeKeep;
  pairs?: Array<RecordPairInput> | null | undefined;
  rule?: MergeRule;
};

/** Among which leads the same person counts as a duplicate. */
export type DuplicatesWithin = "CLIENT" | "ORDER";

/** All of a brand at once: what is null or blank is none. */
export type EmailBrandInput = {
  /** Like #0b5cad. */
  colour?: string | null | undefined;
  /** Begins with https://. */
  logoUrl?: string | null | undefined;
  name: string;
};

export type EmailCapInput = {
  /** 1 to 100. */
  count: number;
  /** 1 to 90. */
  days: number;
};

export type EmailChangeAskInput = {
  email: string;
  password: string;
};

export type EmailContentInput = {
  namedLinks?: Array<NamedLinkInput> | null | undefined;
  senderId: string;
  test?: AbTestInput | null | undefined;
  trackLinks?: boolean;
  trackOpens?: boolean;
  utm?: UtmInput | null | undefined;
  variants: Array<VariantInput>;
};

export type EmailDomainPaceInput = {
  domain: string;
  perSecond: number;
};

export type EmailLedgerState =
  | "EXCLUDED"
  | "FAILED"
  /** Waits for its turn, or is being handed over. */
  | "PENDING"
  | "SENT"
  /** May or may not have left. */
  | "UNKNOWN";

/** What a merge tag is about. */
export type EmailMergeTagGroup = "ACCOUNT" | "CONTACT" | "LINKS" | "SENDER";

/** All of the policy at once. */
export type EmailPolicyInput = {
  cap?: EmailCapInput | null | undefined;
  domains?: Array<EmailDomainPaceInput>;
  pauseBouncesPercent: number;
  pauseComplaintsPercent: number;
  pauseHardBouncesPercent: number;
  perSecond?: number | null | undefined;
  softBounces: EmailSoftBouncesInput;
  warnComplaintsPercent: number;
};

export type EmailRecipientsFilter = {
  domain?: string | null | undefined;
  /** Like suppressed or refused_address; empty: any. */
  reasons?: Array<string>;
  /** Whose email came to this, as reports count it. */
  response?: EmailSignalKind | null | undefined;
  /** Empty: any. */
  states?: Array<EmailLedgerState>;
  /** A to H. */
  variant?: string | null | undefined;
  /** Of the audience. */
  version?: number | null | undefined;
};

export type EmailRepliesFilter = {
  /** Given to this user. */
  assigneeId?: string | null | undefined;
  campaignId?: string | null | undefined;
  contactId?: string | null | undefined;
  /** true: put away; false: still to be looked at. */
  done?: boolean | null | undefined;
  /** Empty: any. */
  kinds?: Array<EmailReplyKind>;
  /** true: only what nobody was given. */
  unassigned?: boolean;
};

/** Who wrote it. */
export type EmailReplyKind =
  /** A person who wants no more emails and says nothing else. They get none. */
  | "ASKS_TO_STOP"
  /** A program: an out-of-office answer, a ticket system. */
  | "AUTOMATIC"
  | "PERSON";

/** By what it is known which email it answers. */
export type EmailReplyMatch =
  /** Its sender was written to lately: probably it answers that. */
  | "ADDRESS"
  | "NONE"
  /** It quotes the email. */
  | "THREAD"
  /** It came to an address that names the email. */
  | "TOKEN";

/** What the rows of a report are of. */
export type EmailReportBy =
  /** The domains of addresses, those with the most emails. */
  | "DOMAIN"
  /** By the first moment of each kind; emails alone. */
  | "HOUR"
  /** Clicks alone. */
  | "LINK"
  | "VARIANT";

/** What is told of an email that left. */
export type EmailSignalKind =
  /** Taken by the provider. */
  | "ACCEPTED"
  /** A program answered. */
  | "AUTO_REPLIED"
  /** Nobody is there. */
  | "BOUNCED_HARD"
  /** Came back, and nothing was delivered after it. */
  | "BOUNCED_SOFT"
  | "CLICKED"
  | "COMPLAINED"
  /** Tried again later. */
  | "DEFERRED"
  | "DELIVERED"
  /** The provider did not try. */
  | "DROPPED"
  | "OPENED"
  | "REPLIED"
  /** A program followed the link that nobody sees. */
  | "TRAPPED"
  | "UNSUBSCRIBED";

export type EmailSnippetCreateInput = {
  /** As in the block document of a template, without columns. */
  blocks: Json;
  brandId: string;
  idempotencyKey?: string | null | undefined;
  /** What templates call it by: small letters, digits and hyphens. It never changes. */
  name: string;
};

export type EmailSnippetSaveInput = {
  /** As in the block document of a template, without columns. */
  blocks: Json;
  id: string;
  /** The one it was written on: refused when somebody saved another meanwhile. */
  version?: number | null | undefined;
};

export type EmailSoftBouncesInput = {
  bounces: number;
  overDays: number;
  restDays: number;
  withinDays: number;
};

/** The body is either MJML or a block document, of which MJML is made. */
export type EmailTemplateContentInput = {
  blocks?: Json | null | undefined;
  mjml?: string | null | undefined;
  /** What lists of mails show behind the subject. */
  preheader?: string;
  /** One line. */
  subject: string;
  /** Null: it is made of the HTML. */
  text?: string | null | undefined;
};

export type EmailTemplateCreateInput = {
  /** In whose name it speaks. */
  brand?: string | null | undefined;
  /** A greeting with a footer unless said. */
  content?: EmailTemplateContentInput | null | undefined;
  idempotencyKey?: string | null | undefined;
  name: string;
  tags?: Array<string>;
};

export type EmailTemplatePart = "BODY" | "PREHEADER" | "SUBJECT" | "TEXT";

/** Either a template that is kept, or content that is not. */
export type EmailTemplatePreviewInput = {
  /** Whose values it shows; fallbacks unless said. */
  contactId?: string | null | undefined;
  content?: EmailTemplateContentInput | null | undefined;
  id?: string | null | undefined;
  /** Of the template; the draft unless said. */
  version?: number | null | undefined;
};

export type EmailTemplateReturnInput = {
  id: string;
  /** What has to be mended. */
  reason: string;
  /** The one that was looked at. */
  version: number;
};

export type EmailTemplateSaveInput = {
  content: EmailTemplateContentInput;
  id: string;
  /** The revision it was written on: refused when somebody saved another meanwhile. */
  revision?: number | null | undefined;
};

/** How much a problem matters. */
export type EmailTemplateSeverity =
  /** It is not saved. */
  | "ERROR"
  /** Worth a look. */
  | "HINT"
  /** It can be saved, and must be mended before it is sent to anybody. */
  | "WARNING";

/** What became of a version. */
export type EmailTemplateStanding =
  | "APPROVED"
  | "IN_REVIEW"
  | "RETURNED"
  /** A later one was submitted before anybody decided on it. */
  | "SUPERSEDED";

/** Where a template stands on its way to being sent. */
export type EmailTemplateStatus =
  | "APPROVED"
  | "DRAFT"
  /** A version waits for somebody else to approve it. */
  | "IN_REVIEW"
  /** The last version was returned with a reason. */
  | "RETURNED";

export type EmailTemplateTestInput = {
  /** Whose values it shows; fallbacks unless said. */
  contactId?: string | null | undefined;
  id: string;
  /** The draft unless said. */
  version?: number | null | undefined;
};

/** Parts that are absent stay as they are. */
export type EmailTemplateUpdateInput = {
  /** null: no brand. */
  brand?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  tags?: Array<string> | null | undefined;
};

/** All conditions must hold. */
export type EmailTemplatesFilter = {
  /** Only those with a version that may be sent. */
  approved?: boolean;
  /** null: archived ones too. */
  archived?: boolean | null | undefined;
  brand?: string | null | undefined;
  /** Every word is looked for in the name and in the subject. */
  q?: string | null | undefined;
  status?: EmailTemplateStatus | null | undefined;
  tag?: string | null | undefined;
};

export type EmailUnknownSettleInput = {
  campaignId: string;
  /** Null: all of whom nobody knows. */
  contactIds?: Array<string> | null | undefined;
  was: EmailUnknownWas;
};

export type EmailUnknownWas =
  /** It failed. Nothing is sent again by it. */
  "NOT_SENT" | "SENT";

export type EmailVerificationCancelInput = {
  id: string;
};

export type EmailVerificationOutcome =
  | "CATCH_ALL"
  | "DISPOSABLE"
  | "INVALID"
  /** The contact has no email. */
  | "NO_EMAIL"
  /** It is archived, erased or gone, or may not be changed. */
  | "REFUSED"
  | "RISKY"
  | "UNKNOWN"
  | "VALID";

/** Which contacts: `ids` one by one (at most 10,000), or else all that the list with this filter shows, but for those in `except`. */
export type EmailVerificationStartInput = {
  /** Asks anew what is known from before. */
  again?: boolean;
  except?: Array<string> | null | undefined;
  /** The number the person saw counted; shown beside the number that is found. */
  expected?: number | null | undefined;
  /** With `importId`: what the import made or changed. */
  filter?: ContactFilter | null | undefined;
  idempotencyKey?: string | null | undefined;
  ids?: Array<string> | null | undefined;
};

export type EmailVerificationState =
  /** Waits for its turn, or its contacts are being gathered. */
  | "ASKED"
  /** What was found out until then stays. */
  | "CANCELLED"
  | "COMPLETED"
  | "FAILED"
  | "RUNNING";

export type Entity = "ACCOUNT" | "CONTACT";

export type ExportActionInput = {
  id: string;
};

export type ExportFormat =
  /** RFC 4180, UTF-8. An import takes the headings for the same fields. */
  | "CSV"
  /** One array with a record per line, values in their natural types. */
  | "JSON"
  /** One sheet: at most 1,048,575 records, and 32,767 characters in a cell. */
  | "XLSX";

/** What becomes of records that a client supplied for its own use only. */
export type ExportRestricted = "INCLUDE" | "LEAVE_OUT";

/** The list as it stands on the screen. To export records one by one, name them in `ids` of the filter. */
export type ExportStartInput = {
  /** With entity ACCOUNT. */
  accounts?: AccountFilter | null | undefined;
  /** CSV: begin with the mark by which some spreadsheets know UTF-8. */
  byteOrderMark?: boolean;
  /** Keys of the catalogue and `custom.*`, in the order of the file. */
  columns: Array<string>;
  /** With entity CONTACT. */
  contacts?: ContactFilter | null | undefined;
  entity: Entity;
  format: ExportFormat;
  idempotencyKey?: string | null | undefined;
  /** What becomes of records that a client supplied for its own use only. */
  restricted?: ExportRestricted;
  /** Newest first if not said. */
  sort?: RecordSort | null | undefined;
};

export type ExportState =
  | "CANCELLED"
  | "COMPLETED"
  /** The file's seven days are over. */
  | "EXPIRED"
  | "FAILED"
  /** The file was removed because a person who may be in it was erased. */
  | "REMOVED"
  /** Waits for its turn or is being written. */
  | "RUNNING";

export type FieldOrderInput = {
  field: string;
  order: Array<Array<SurvivorshipSource>>;
};

/** The shape of the value an operator is given. */
export type FilterTakes =
  /** A whole number of days. */
  | "DAYS"
  /** A list of up to 5,000. */
  | "MANY"
  /** No value. */
  | "NOTHING"
  | "ONE"
  /** {"from": .., "to": ..}, both ends included. */
  | "RANGE";

/** What a field's values are like, which decides its operators and how its value is entered. */
export type FilterValueType =
  | "BOOL"
  /** One of the options. */
  | "CHOICE"
  /** A country: its two-letter code, or its name. */
  | "COUNTRY"
  /** A custom field that nobody defined: text, or a number where the operator compares. */
  | "CUSTOM"
  | "DATE"
  | "DATE_TIME"
  /** Several texts. */
  | "LIST"
  /** {"amount": "1000000", "currency": "USD"}. */
  | "MONEY"
  /** A whole number; of a custom field one with a fraction too. */
  | "NUMBER"
  /** The id of another record: see target. */
  | "REFERENCE"
  /** Several records, by their ids: what a record belongs to. See target. */
  | "REFERENCES"
  | "TEXT"
  /** A user's id, "me", or whatever a file called the owner. */
  | "USER";

export type ImportActionInput = {
  id: string;
};

export type ImportChooseSheetInput = {
  id: string;
  /** By its name, as `sheets` has it. */
  sheet: string;
};

export type ImportFixRowsInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  rows: Array<ImportFixedRowInput>;
};

/** All cells of a rejected row, in the order of the file's columns. */
export type ImportFixedRowInput = {
  cells: Array<string>;
  row: number;
};

/** What a file is a list of. CONTACTS: account columns only find the contact's account. ACCOUNTS: the outcomes count accounts. */
export type ImportKind = "ACCOUNTS" | "BOTH" | "CONTACTS";

export type ImportMapInput = {
  /** Name or two-letter code: for phone numbers written without +. */
  defaultCountry?: string | null | undefined;
  id: string;
  /** What the file is a list of. */
  kind?: ImportKind;
  mapping: Array<ColumnMappingInput>;
  name?: string | null | undefined;
  /** The client whose file it is: records that it makes may be used for that client only. */
  suppliedBy?: string | null | undefined;
};

/**
 * Each row of the file stands in one list of an outcome. WARNINGS: rows that would go in, but without a value or with a
 * doubt. ACCOUNTS_CREATED, ACCOUNTS_UPDATED: on the side, at the first row that does it.
 */
export type ImportPreviewList =
  | "ACCOUNTS_CREATED"
  | "ACCOUNTS_UPDATED"
  | "CREATED"
  | "MATCHES_ARCHIVED"
  | "MERGED_IN_FILE"
  | "REJECTED"
  | "UNCHANGED"
  | "UPDATED"
  | "WARNINGS";

export type ImportPreviewState =
  | "CANCELLED"
  | "DONE"
  /** The counts are here, the lists are not: their time is over, the run has begun, or a person was erased. */
  | "EXPIRED"
  | "FAILED"
  | "RUNNING";

export type ImportRowOutcome =
  "CREATED" | "MATCHES_ARCHIVED" | "MERGED_IN_FILE" | "NOT_RUN" | "REJECTED" | "UNCHANGED" | "UPDATED";

export type ImportState =
  "CANCELLED" | "COMPLETED" | "FAILED" | "MAPPED" | "PREVIEWED" | "RUNNING" | "UNDONE" | "UPLOADED";

export type ImportUndoInput = {
  id: string;
  /** Records that are taken back although somebody touched them since; at most 1,000. */
  include?: Array<string>;
  /** All of them. */
  includeAll?: boolean;
};

export type ImportUndoList =
  | "ARCHIVED"
  /** Left, in whole or in part, unless chosen. */
  | "CONFLICTS"
  /** In whole or in part. */
  | "REVERTED";

/**
 * ARCHIVED: the import made it. PARTLY: some values got their old one, others were touched since. KEPT: left as it is.
 * NOTHING: there was nothing (more) to take back. GONE: the person was erased.
 */
export type ImportUndoOutcome = "ARCHIVED" | "GONE" | "KEPT" | "NOTHING" | "PARTLY" | "REVERTED";

export type ImportUndoReason = "ACTIVITY_SINCE" | "ARCHIVED_SINCE" | "CHANGED_SINCE" | "NO_KEY" | "VALUE_TAKEN";

export type ImportUndoState =
  /** What was taken back until then stays so; undo again to go on. */
  | "CANCELLED"
  | "DONE"
  /** Of a look: the counts are here, the lists are not. */
  | "EXPIRED"
  | "RUNNING";

/** Members of lists. What is absent is no condition; at most 50 lists are named. */
export type InListsInput = {
  /** In each of these. */
  all?: Array<string>;
  /** In one of these. */
  any?: Array<string>;
  /** Who was in them at this moment; now unless said. */
  asOf?: string | null | undefined;
  /** In none of these. */
  none?: Array<string>;
};

export type IndustryAcceptAllInput = {
  /** These accounts only; at most 10,000. */
  accountIds?: Array<string> | null | undefined;
  /** Percent. */
  confidenceAtLeast: number;
  /** These accounts are left out. */
  except?: Array<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** Of this industry only. */
  industry?: string | null | undefined;
};

export type IndustryRejectAllInput = {
  /** These accounts only; at most 10,000. */
  accountIds?: Array<string> | null | undefined;
  /** Percent; however sure, unless said. */
  confidenceAtLeast?: number | null | undefined;
  /** These accounts are left out. */
  except?: Array<string> | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** Of this industry only. */
  industry?: string | null | undefined;
  /** For whoever wonders later. */
  reason?: string | null | undefined;
};

export type IndustryRejectInput = {
  accountId: string;
  /** For whoever wonders later. */
  reason?: string | null | undefined;
};

export type IndustrySuggestInput = {
  /** Ask the model outside instead of the rules, where one is set up. */
  askModel?: boolean;
  /** Which accounts; all in use without it. `ids` names them one by one. */
  filter?: AccountFilter | null | undefined;
};

export type IndustrySuggestionFilter = {
  /** Percent. */
  confidenceAtLeast?: number | null | undefined;
  decision?: SuggestionDecision | null | undefined;
  industry?: string | null | undefined;
};

export type InvitationSendInput = {
  /** For client users, and only for them. */
  clientId?: string | null | undefined;
  email: string;
  role: Role;
  teamIds?: Array<string> | null | undefined;
};

export type InvitationState =
  | "ACCEPTED"
  /** Its time is over: it can be sent again. */
  | "EXPIRED"
  /** The link of its newest mail is good. */
  | "OPEN"
  | "REVOKED";

export type JobActionInput = {
  id: string;
};

export type JobState =
  | "CANCELLED"
  | "DONE"
  /** Failed too often; waits for a person. */
  | "PARKED"
  | "QUEUED"
  | "RUNNING";

export type LegalHoldData =
  "CONTACTS" | "EXPORT_FILES" | "FINISHED_JOBS" | "IMPORT_FILES" | "REPLIES" | "SIGN_INS" | "TEST_MAILBOX";

/** All conditions must hold. */
export type LegalHoldFilter = {
  /** What the reference begins with. */
  reference?: string | null | undefined;
  scope?: LegalHoldScope | null | undefined;
  /** Standing ones, or lifted ones. */
  standing?: boolean | null | undefined;
};

/** Exactly one of them. */
export type LegalHoldOverInput = {
  accountId?: string | null | undefined;
  contactId?: string | null | undefined;
  /** Everything of a kind. */
  data?: LegalHoldData | null | undefined;
};

export type LegalHoldPlaceInput = {
  idempotencyKey?: string | null | undefined;
  over: LegalHoldOverInput;
  reason: string;
  /** Of the case. */
  reference?: string | null | undefined;
};

export type LegalHoldScope =
  /** With everybody who works there. */
  | "ACCOUNT"
  | "CONTACT"
  /** Everything of a kind. */
  | "DATA";

export type ListChangeInput = {
  /** The number the person saw counted; shown beside the number that is found. */
  expected?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  /** Lines with ids, emails of contacts or domains of accounts; at most 10,000. */
  pasted?: Array<string> | null | undefined;
  /** Ids one by one, or all that a list with a filter shows. */
  selection?: BulkSelectionInput | null | undefined;
};

export type ListCombineInput = {
  idempotencyKey?: string | null | undefined;
  /** At least two of one kind; others are subtracted from the first. */
  lists: Array<string>;
  name: string;
  operation: ListOperation;
  tags?: Array<string>;
  /** With visibility TEAM. */
  teamId?: string | null | undefined;
  visibility?: ListVisibility;
};

export type ListCreateInput = {
  entity: Entity;
  /** The number the person saw counted; shown beside the number that is found. */
  expected?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  name: string;
  /** Lines with ids, emails of contacts or domains of accounts; at most 10,000. */
  pasted?: Array<string> | null | undefined;
  /** Ids one by one, or all that a list with a filter shows. Neither this nor `pasted`: an empty list. */
  selection?: BulkSelectionInput | null | undefined;
  tags?: Array<string>;
  /** With visibility TEAM. */
  teamId?: string | null | undefined;
  visibility?: ListVisibility;
};

/** What brought a record into a list. */
export type ListMembershipHow =
  /** Somebody added it. */
  | "ADDED"
  /** Somebody added it with many others, as a bulk change. */
  | "BULK"
  /** The list was filled with it when it was made. */
  | "FILLED"
  /** A record that was in it was merged into this one. */
  | "MERGE"
  /** Its removal was undone. */
  | "UNDONE"
  /** A merge was undone. */
  | "UNMERGE";

/** What is made of several lists. */
export type ListOperation =
  /** Whoever is in all of them. */
  | "INTERSECT"
  /** Whoever is in the first and in none of the others. */
  | "SUBTRACT"
  /** Whoever is in any of them. */
  | "UNION";

export type ListSnapshotInput = {
  /** An earlier moment; now unless said. */
  asOf?: string | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  /** The list's own with the moment unless said. */
  name?: string | null | undefined;
};

/** What a list was made from. */
export type ListSource =
  /** Other lists, combined. */
  | "COMBINATION"
  /** What a domain set was matched with: its accounts, or their people. */
  | "DOMAIN_SET"
  /** All that a list of records showed. */
  | "FILTER"
  /** Ids, emails or domains that somebody pasted. */
  | "MANUAL_UPLOAD"
  /** The members of a segment at a moment. */
  | "SEGMENT"
  /** Records chosen one by one. */
  | "SELECTION"
  /** A frozen copy of a list. */
  | "SNAPSHOT";

export type ListUndoInput = {
  /** As the change said it. */
  change: string;
  id: string;
};

/** Parts that are absent stay as they are. */
export type ListUpdateInput = {
  id: string;
  name?: string | null | undefined;
  tags?: Array<string> | null | undefined;
  /** With visibility TEAM. */
  teamId?: string | null | undefined;
  visibility?: ListVisibility | null | undefined;
};

/** Who sees a list. */
export type ListVisibility =
  /** Everybody who sees lists. */
  | "GLOBAL"
  /** The owner alone. */
  | "PRIVATE"
  /** The members of one team. */
  | "TEAM";

/** All conditions must hold. */
export type ListsFilter = {
  /** null: archived ones too. */
  archived?: boolean | null | undefined;
  entity?: Entity | null | undefined;
  /** Only your own. */
  mine?: boolean;
  /** Every word is looked for in the name. */
  q?: string | null | undefined;
  source?: ListSource | null | undefined;
  tag?: string | null | undefined;
};

/** One of the numbers that are looked up. */
export type LookedUpPhone =
  | "DIRECT_PHONE"
  /** Of an account; the others are a contact's. */
  | "MAIN_PHONE"
  | "MOBILE_PHONE";

/**
 * The value of a field comes from this record. Fields that only mean something together (a name, an address, a phone with its
 * extension) are chosen together.
 */
export type MergeChoice = {
  /** Catalogue key, or `account`. */
  field: string;
  from: string;
};

export type MergeKeep = "MOST_COMPLETE" | "NEWEST" | "OLDEST";

export type MergeRule =
  /** Source priority, then recency, as for imports. */
  | "BY_SOURCE"
  /** The survivor's own values; what it lacks comes from the others. */
  | "SURVIVOR";

/** The version of a record that was looked at; one that was changed since is not merged. */
export type MergeVersion = {
  id: string;
  version: number;
};

export type NamedLinkInput = {
  n: number;
  name: string;
};

/** idempotencyKey: a repeat with the same key returns the first answer. */
export type NoteAddInput = {
  /** At most 10,000 characters. */
  body: string;
  entity: Entity;
  idempotencyKey?: string | null | undefined;
  pinned?: boolean;
  recordId: string;
};

export type NoteEditInput = {
  body: string;
  /** The version that was looked at; words that somebody else wrote since are not overwritten. */
  expectedVersion?: number | null | undefined;
  id: string;
};

export type NotificationMailSetInput = {
  /** The kinds that come by a mail of their own; replaces what you chose before. */
  atOnce: Array<string>;
  /** The kinds that are left out of the digest; replaces what you chose before. */
  digestOff: Array<string>;
  every: DigestEvery;
  /** From 0 to 23, in the time zone. */
  hour: number;
  /** IANA name. */
  timeZone: string;
};

export type NotificationPreferencesSetInput = {
  /** The kinds you do not want to be told of in the app; replaces what you chose before. */
  inAppOff: Array<string>;
};

export type NotificationTone =
  | "BAD"
  | "GOOD"
  | "NEUTRAL"
  /** Some of it needs a look. */
  | "WARNING";

export type NotificationsMarkReadInput = {
  /** Those that are not yours, or not there any more, are passed over. */
  ids: Array<number>;
};

/** What happens to leads beyond the goal. */
export type OverDelivery =
  | "ALLOW"
  /** Kept until somebody decides. */
  | "HOLD"
  | "REFUSE";

export type PacingPer = "DAY" | "MONTH" | "QUARTER" | "WEEK";

export type PasswordChangeInput = {
  current: string;
  new: string;
};

export type PhoneLookupCancelInput = {
  id: string;
};

export type PhoneLookupOutcome =
  | "FIXED_LINE"
  | "MOBILE"
  /** The carriers know of no such number. */
  | "NOT_FOUND"
  /** No numbering plan has it, so nobody was asked. */
  | "NOT_VALID"
  /** It has no such phone. */
  | "NO_PHONE"
  /** Toll free, premium rate and what else there is, and lines that the look-up could not tell. */
  | "OTHER"
  /** It is archived, erased or gone, or may not be changed. */
  | "REFUSED"
  | "VOIP";

/** Who is asked about carriers. */
export type PhoneLookupProvider =
  /** Nobody: it is not set up. */
  | "OFF"
  | "TELNYX"
  /** The test look-up: its answers are made up, and cost nothing. */
  | "TEST";

/**
 * Which contacts, or with MAIN_PHONE which accounts: `ids` one by one (at most 10,000), or else all that the list with this filter shows,
 * but for those in `except`.
 */
export type PhoneLookupStartInput = {
  /** The same of accounts; with MAIN_PHONE. */
  accounts?: AccountFilter | null | undefined;
  /** Asks anew, and pays again, for what is known from before. */
  again?: boolean;
  except?: Array<string> | null | undefined;
  /** The number the person saw counted; shown beside the number that is found. */
  expected?: number | null | undefined;
  /** Of contacts. With `importId`: what the import made or changed. */
  filter?: ContactFilter | null | undefined;
  idempotencyKey?: string | null | undefined;
  ids?: Array<string> | null | undefined;
  /** Which of their numbers. */
  which: LookedUpPhone;
};

export type PhoneLookupState =
  /** Waits for its turn, or its contacts are being gathered. */
  | "ASKED"
  /** What was found out until then stays. */
  | "CANCELLED"
  | "COMPLETED"
  | "FAILED"
  | "RUNNING";

export type PhoneValidity =
  /** No number, or none that can be dialled from anywhere. */
  | "INVALID"
  /** As long as a number of its country is, and in no range that is known. */
  | "POSSIBLE"
  /** In a range that its numbering plan gives out. */
  | "VALID";

export type PreferencesInput = {
  /** Replaces what was saved. */
  preferences: Json;
};

export type PreflightLevel =
  /** It is not launched. */
  "FAULT" | "WARNING";

export type PrivacyRequestActionInput = {
  id: string;
};

export type PrivacyRequestAnswerInput = {
  /** An erasure cannot be undone, so it is asked for twice. */
  confirm?: boolean;
  id: string;
};

export type PrivacyRequestAssignInput = {
  /** Null: to nobody. */
  assigneeId?: string | null | undefined;
  id: string;
};

/** How it came in. */
export type PrivacyRequestCameBy = "EMAIL" | "FORM" | "LETTER" | "OTHER" | "PHONE";

/** All conditions must hold. */
export type PrivacyRequestFilter = {
  assigneeId?: string | null | undefined;
  /** About this contact: chosen with the request, or known by its address or number. */
  contactId?: string | null | undefined;
  kind?: PrivacyRequestKind | null | undefined;
  /** Part of the name, or the beginning of the email or the number. */
  q?: string | null | undefined;
  state?: PrivacyRequestStateWanted | null | undefined;
  urgency?: PrivacyRequestUrgency | null | undefined;
};

export type PrivacyRequestKind =
  /** A copy of everything that is held (GDPR art. 15). */
  | "ACCESS"
  /** To be forgotten (GDPR art. 17). */
  | "ERASURE";

export type PrivacyRequestReasonInput = {
  id: string;
  /** Kept, and told to the person. */
  why: string;
};

export type PrivacyRequestReceiveInput = {
  assigneeId?: string | null | undefined;
  cameBy: PrivacyRequestCameBy;
  contactId?: string | null | undefined;
  /** One of email, phone and contact is needed. */
  email?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** How it was made sure that it is them. */
  identity?: string | null | undefined;
  kind: PrivacyRequestKind;
  /** As it was given. */
  name?: string | null | undefined;
  note?: string | null | undefined;
  /** With its country code. */
  phone?: string | null | undefined;
  /** When it came in; now if left out. The deadline is one month later. */
  receivedAt?: string | null | undefined;
};

export type PrivacyRequestState = "ANSWERED" | "IN_PROGRESS" | "OPEN" | "REFUSED";

export type PrivacyRequestStateWanted =
  | "ANSWERED"
  | "IN_PROGRESS"
  | "OPEN"
  | "REFUSED"
  /** Open or in progress. */
  | "UNSETTLED";

export type PrivacyRequestUrgency =
  | "IN_TIME"
  | "OVERDUE"
  | "SETTLED"
  /** Within seven days. */
  | "SOON";

export type ProfileChangeInput = {
  name: string;
};

export type ProjectionActionInput = {
  name: string;
};

export type ProjectionState = "CATCHING_UP" | "LIVE" | "REBUILDING" | "STOPPED";

export type ProviderKind =
  | "BUS"
  /** Says who carries a number. */
  | "CARRIER_LOOKUP"
  | "DATABASE"
  | "FILES"
  /** Suggests industries. */
  | "INDUSTRY_MODEL"
  /** Takes mail to our own users away. */
  | "MAIL"
  /** Asks mail servers whether a mailbox is there. */
  | "MAILBOX_PROBE"
  | "SEARCH"
  /** Says who somebody is. */
  | "SIGN_IN";

export type ProviderState =
  /** One outside is set up. */
  | "CONFIGURED"
  /** It runs inside of Pivotal. */
  | "EMBEDDED"
  /** It stands in for a real one: nothing leaves, or answers are made up. */
  | "FAKE"
  /** Nobody is asked. */
  | "OFF";

export type RecordActionInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  /** Stands in the history. */
  reason?: string | null | undefined;
};

/** A new record. idempotencyKey: a repeat with the same key returns the first answer. */
export type RecordInput = {
  /** Contacts only; without it the email's domain links. */
  accountId?: string | null | undefined;
  /** Catalogue key to raw value: text as typed, numbers, true or false, lists of texts. */
  fields: Json;
  idempotencyKey?: string | null | undefined;
};

export type RecordPairInput = {
  a: string;
  b: string;
};

/** Brings values back that fields had at a moment (`at`), or right after one of the record's events (`position`). */
export type RecordRestoreValuesInput = {
  at?: string | null | undefined;
  /** The version that was looked at; fields changed since by somebody else are refused. */
  expectedVersion?: number | null | undefined;
  /** Catalogue keys; `account` is a contact's account. */
  fields: Array<string>;
  id: string;
  idempotencyKey?: string | null | undefined;
  position?: number | null | undefined;
};

/** Field is a catalogue key of a sortable field: full_name, created_at, job_title, email, account_name, country, ... */
export type RecordSort = {
  direction?: SortDirection;
  field: string;
};

export type RecordUndoInput = {
  /** Overwrite what was changed since. */
  force?: boolean | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  /** Of the event to take back. */
  position: number;
};

/** Fields: catalogue key to raw value, or null to clear. Whatever is not named stays. */
export type RecordUpdateInput = {
  accountId?: string | null | undefined;
  /** The version that was looked at; when it is older, fields that do not collide still merge. */
  expectedVersion?: number | null | undefined;
  fields: Json;
  id: string;
  idempotencyKey?: string | null | undefined;
  unlinkAccount?: boolean | null | undefined;
};

export type RecordsMergeInput = {
  /** Those that become part of it; at most 49. */
  absorbed: Array<string>;
  choices?: Array<MergeChoice>;
  entity: Entity;
  idempotencyKey?: string | null | undefined;
  rule?: MergeRule;
  /** The record that stays. */
  survivor: string;
  versions?: Array<MergeVersion>;
};

/** Both or none: null is for good. */
export type RetentionKeepInput = {
  count?: number | null | undefined;
  unit?: RetentionUnit | null | undefined;
};

export type RetentionKind =
  /** People in the archive are erased. */
  | "ARCHIVED_CONTACTS"
  | "EXPORT_FILES"
  | "FINISHED_JOBS"
  /** Uploaded files and reject files; imported records stay. */
  | "IMPORT_FILES"
  /** People about whom nothing was recorded for so long are erased. */
  | "INACTIVE_CONTACTS"
  /** Who wrote them, and their words. */
  | "REPLIES"
  /** Ended ones. */
  | "SIGN_INS"
  | "TEST_MAILBOX";

export type RetentionRuleSetInput = {
  /** Needed for a rule that deletes more than the one in force: a dry run of exactly this rule, not older than 24 hours. */
  dryRunId?: string | null | undefined;
  keep: RetentionKeepInput;
  kind: RetentionKind;
  note?: string | null | undefined;
};

export type RetentionUnit = "DAYS" | "MONTHS" | "YEARS";

export type Role = "ADMIN" | "AGENT" | "CAMPAIGN_MANAGER" | "CLIENT_USER" | "DATA_OPS" | "QA_ANALYST";

/** Parts that are absent stay as they are. */
export type SavedViewChangeInput = {
  content?: Json | null | undefined;
  id: string;
  name?: string | null | undefined;
  sharing?: ViewSharing | null | undefined;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
};

export type SavedViewCreateInput = {
  content: Json;
  entity: Entity;
  idempotencyKey?: string | null | undefined;
  name: string;
  sharing?: ViewSharing;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
};

export type SearchAudienceKind = "CAMPAIGN" | "DOMAIN_SET" | "LIST" | "SEGMENT";

/** What can be found. */
export type SearchKind = "ACCOUNT" | "CONTACT";

export type SecondFactorConfirmInput = {
  /** What the app shows. */
  code: string;
};

export type SecondFactorPasswordInput = {
  password: string;
};

/** Of whom a second step is required. */
export type SecondStepFor =
  | "ADMINS"
  | "EVERYBODY"
  /** Everybody decides for themselves. */
  | "NOBODY";

export type SegmentConvertToListInput = {
  /** Who was in it at this moment; now unless said. */
  asOf?: string | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  /** The segment's own with the moment unless said. */
  name?: string | null | undefined;
  tags?: Array<string>;
  /** With visibility TEAM. */
  teamId?: string | null | undefined;
  visibility?: ListVisibility;
};

export type SegmentCreateInput = {
  active?: boolean;
  description?: string;
  entity: Entity;
  /** The definition, in the filter language. */
  filter: Json;
  idempotencyKey?: string | null | undefined;
  name: string;
  sharing?: ViewSharing;
  tags?: Array<string>;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
};

export type SegmentExclusionReason =
  /** There is one that does not reach anybody. */
  | "INVALID"
  /** There is no address or number. */
  | "MISSING"
  /** Nothing allows to contact them, or they said no. */
  | "NO_CONSENT"
  /** They, their company or a domain of its are suppressed in all work. */
  | "SUPPRESSED";

export type SegmentFilterInput = {
  /** Those that are archived instead. */
  archived?: boolean;
  entity?: Entity | null | undefined;
  /** Words of the name. */
  q?: string | null | undefined;
  tag?: string | null | undefined;
};

export type SegmentMove = "ENTERED" | "LEFT";

/** Parts that are absent stay as they are. */
export type SegmentUpdateInput = {
  description?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  sharing?: ViewSharing | null | undefined;
  tags?: Array<string> | null | undefined;
  /** With sharing TEAM. */
  teamId?: string | null | undefined;
};

export type SenderCheckSubject =
  /** Whether the provider account is in the configuration. */
  | "ACCOUNT"
  | "DKIM"
  | "DMARC"
  /** Whether somebody takes the replies. */
  | "REPLY_MX"
  | "SPF"
  | "TRACKING";

/** All of a sender at once: what is null or blank is none. */
export type SenderInput = {
  /** The name of an account of the configuration. */
  account: string;
  brandId: string;
  /** What the provider says to publish under the selector. */
  dkimRecord?: string | null | undefined;
  dkimSelector?: string | null | undefined;
  fromAddress: string;
  fromName: string;
  /** As the law wants it at the foot of each mail. */
  physicalAddress: string;
  ramp?: SenderRampInput | null | undefined;
  replyTo?: string | null | undefined;
  /** Under which links stand. */
  trackingDomain?: string | null | undefined;
};

export type SenderRampInput = {
  firstDay: string;
  growthPercent: number;
  limitPerDay: number;
  startPerDay: number;
};

export type SenderVerdict =
  | "FAIL"
  | "NOT_NEEDED"
  | "PASS"
  /** The name servers did not answer. */
  | "UNKNOWN"
  | "WARN";

export type SortDirection = "ASC" | "DESC";

export type SuggestionDecision =
  | "ACCEPTED"
  /** Waits for a person. */
  | "PENDING"
  | "REJECTED";

/** One line. Without a kind it is told by its shape. */
export type SuppressionEntryInput = {
  kind?: SuppressionKind | null | undefined;
  value: string;
};

/** All conditions must hold. */
export type SuppressionFilter = {
  /** What the value begins with; a number with its country code. */
  begins?: string | null | undefined;
  /** Of this client. */
  clientId?: string | null | undefined;
  kind?: SuppressionKind | null | undefined;
  /** CLIENT: of a client, whichever. */
  reach?: SuppressionReach | null | undefined;
  reason?: SuppressionReason | null | undefined;
  standing?: SuppressionStanding | null | undefined;
  /** Exactly this email, phone number, domain or account's id; erased people are found, too. */
  value?: string | null | undefined;
};

export type SuppressionKind =
  /** Everybody who works at this account. */
  | "ACCOUNT"
  /** Everybody with an address at this domain. */
  | "DOMAIN"
  | "EMAIL"
  | "PHONE";

export type SuppressionReach =
  /** One of our brands. */
  "BRAND" | "CAMPAIGN" | "CLIENT" | "GLOBAL";

export type SuppressionReason =
  | "COMPLAINT"
  /** They stand in a national do-not-call register. */
  | "DNC_REGISTER"
  /** They asked not to be called. */
  | "DNC_REQUEST"
  /** They asked to be erased. */
  | "ERASURE_REQUEST"
  | "HARD_BOUNCE"
  | "IMPORTED_LIST"
  | "LEGAL"
  | "MANUAL"
  /** Emails to them came back again and again. */
  | "SOFT_BOUNCES"
  | "UNSUBSCRIBED";

export type SuppressionStanding =
  | "ACTIVE"
  /** Its time is over. */
  | "EXPIRED"
  | "RELEASED";

export type SuppressionsAddInput = {
  /** Only in the name of this brand of ours. */
  brandId?: string | null | undefined;
  /** Only in this campaign. */
  campaignId?: string | null | undefined;
  /** Only in the work for this client; of client, campaign and brand none: everywhere (a client's users: for theirs). */
  clientId?: string | null | undefined;
  /** Of phone numbers without a country code: two letters (ISO 3166). */
  country?: string | null | undefined;
  /** At most 1,000. */
  entries: Array<SuppressionEntryInput>;
  note?: string | null | undefined;
  reason: SuppressionReason;
  /** Null: for good. */
  until?: string | null | undefined;
};

/** Rules of contacts or accounts. A source must have one place in each order. */
export type SurvivorshipInput = {
  entity: Entity;
  everywhere: Array<Array<SurvivorshipSource>>;
  fields?: Array<FieldOrderInput>;
};

/** Whom a value comes from, as rules tell sources apart. */
export type SurvivorshipSource =
  | "AUTOMATION"
  | "IMPORT"
  /** Typed in the app, changed in bulk, or sent through the API. */
  | "PERSON"
  /** Sample data. */
  | "SAMPLE"
  /** Worked out by the product itself. */
  | "SYSTEM";

/** Parts that are absent stay as they are; null empties them. A due day takes the place of a due time, and the other way round. */
export type TaskChangeInput = {
  assigneeId?: string | null | undefined;
  details?: string | null | undefined;
  dueAt?: string | null | undefined;
  dueOn?: string | null | undefined;
  /** The version that was looked at; what somebody else said since is not overwritten. */
  expectedVersion?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  priority?: TaskPriority | null | undefined;
  title?: string | null | undefined;
};

/** idempotencyKey: a repeat with the same key returns the first answer. */
export type TaskCreateInput = {
  /** Nobody if not said. */
  assigneeId?: string | null | undefined;
  /** At most 10,000 characters. */
  details?: string | null | undefined;
  /** Instead of a day. */
  dueAt?: string | null | undefined;
  dueOn?: string | null | undefined;
  /** Together with recordId; cannot be changed later. */
  entity?: Entity | null | undefined;
  idempotencyKey?: string | null | undefined;
  priority?: TaskPriority;
  recordId?: string | null | undefined;
  /** At most 200 characters. */
  title: string;
};

export type TaskDue =
  /** After today. */
  | "LATER"
  | "NO_DATE"
  /** Before today, or earlier today. */
  | "OVERDUE"
  /** From Monday to Sunday. */
  | "THIS_WEEK"
  | "TODAY";

/** Which tasks; what is not said is not asked. Deleted ones never come. */
export type TaskFilter = {
  assignee?: TasksOf | null | undefined;
  /** With assignee USER. */
  assigneeId?: string | null | undefined;
  due?: TaskDue | null | undefined;
  /** Together with recordId: the tasks of one record, and of those that were merged into it. */
  entity?: Entity | null | undefined;
  recordId?: string | null | undefined;
  states?: Array<TaskState> | null | undefined;
  /** In which days begin, as Europe/Berlin. UTC if not said. */
  timeZone?: string | null | undefined;
};

export type TaskPriority = "HIGH" | "LOW" | "NORMAL";

export type TaskState = "CANCELLED" | "DONE" | "OPEN";

export type TasksOf =
  | "ANYBODY"
  | "MINE"
  /** For whoever takes them. */
  | "NOBODY"
  /** Of the user in assigneeId. */
  | "USER";

export type TeamCreateInput = {
  name: string;
};

export type TeamMemberInput = {
  teamId: string;
  userId: string;
};

export type TeamRenameInput = {
  id: string;
  name: string;
};

/** Which activity is wanted; what is not said is not asked. */
export type TimelineFilter = {
  actorId?: string | null | undefined;
  from?: string | null | undefined;
  /** Keys of timelineFacets.kinds; none for all. */
  kinds?: Array<string>;
  /** What nobody did: jobs, policies. Not together with actorId. */
  system?: boolean;
  /** Not part of the time asked for. */
  to?: string | null | undefined;
};

export type UserCreateInput = {
  /** For client users, and only for them. */
  clientId?: string | null | undefined;
  email: string;
  name: string;
  password: string;
  role: Role;
  teamIds?: Array<string> | null | undefined;
};

export type UserEmailCorrectInput = {
  email: string;
  id: string;
};

export type UserSessionsEndInput = {
  /** One of them; all when it is left out. */
  sessionId?: string | null | undefined;
  userId: string;
};

/** What is not named stays. */
export type UserUpdateInput = {
  /** For somebody who becomes a client user. */
  clientId?: string | null | undefined;
  id: string;
  name?: string | null | undefined;
  role?: Role | null | undefined;
  teamIds?: Array<string> | null | undefined;
};

export type UtmInput = {
  campaign?: string;
  content?: string;
  medium?: string;
  source?: string;
  term?: string;
};

export type VariantInput = {
  /** A to H, in this order. */
  key: string;
  /** Null: the template's own. */
  subject?: string | null | undefined;
  templateId: string;
  version: number;
  weight?: number;
};

/** Who sees a view. */
export type ViewSharing =
  /** Everybody who sees such lists. */
  | "EVERYONE"
  /** The owner alone. */
  | "PRIVATE"
  /** The members of one team. */
  | "TEAM";

/** By what variants are compared. */
export type WinnerMetric = "CLICKED" | "OPENED" | "REPLIED";

export type WriteRule = "BY_SOURCE" | "FILL_EMPTY" | "NEVER" | "OVERWRITE";

export type AccountChangedFragment = {
  position: number | null;
  userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
  account: {
    id: string;
    name: string | null;
    domain: string | null;
    industry: string | null;
    employeesSizeRange: string | null;
    staffCount: number | null;
    hqCity: string | null;
    hqCountry: string | null;
    mainPhone: string | null;
    tags: Array<string>;
    status: string;
    ownerName: string | null;
    contactCount: number;
    archived: boolean;
    mayArchive: boolean;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
  } | null;
};

export type AccountCreateMutationVariables = Exact<{
  input: RecordInput;
}>;

export type AccountCreateMutation = {
  accountCreate: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountUpdateMutationVariables = Exact<{
  input: RecordUpdateInput;
}>;

export type AccountUpdateMutation = {
  accountUpdate: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountArchiveMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type AccountArchiveMutation = {
  accountArchive: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountRestoreMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type AccountRestoreMutation = {
  accountRestore: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountUndoMutationVariables = Exact<{
  input: RecordUndoInput;
}>;

export type AccountUndoMutation = {
  accountUndo: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountRestoreValuesMutationVariables = Exact<{
  input: RecordRestoreValuesInput;
}>;

export type AccountRestoreValuesMutation = {
  accountRestoreValues: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    account: {
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      employeesSizeRange: string | null;
      staffCount: number | null;
      hqCity: string | null;
      hqCountry: string | null;
      mainPhone: string | null;
      tags: Array<string>;
      status: string;
      ownerName: string | null;
      contactCount: number;
      archived: boolean;
      mayArchive: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type AccountTreeQueryVariables = Exact<{
  id: string;
}>;

export type AccountTreeQuery = {
  accountTree: {
    more: boolean;
    nodes: Array<{
      id: string;
      parentId: string | null;
      name: string | null;
      domain: string | null;
      archived: boolean;
      status: string;
      contactCount: number;
      depth: number;
    }>;
  };
};

export type AccountPeopleQueryVariables = Exact<{
  id: string;
}>;

export type AccountPeopleQuery = {
  accountPeople: {
    total: number;
    withEmail: number;
    emailVerified: number;
    withPhone: number;
    seniorities: Array<string>;
    cells: Array<{ seniority: string | null; department: string | null; count: number }>;
  };
};

export type AccountListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: AccountFilter | null | undefined;
  sort?: RecordSort | null | undefined;
}>;

export type AccountListQuery = {
  accounts: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string | null;
        domain: string | null;
        industry: string | null;
        employeesSizeRange: string | null;
        staffCount: number | null;
        hqCity: string | null;
        hqCountry: string | null;
        mainPhone: string | null;
        tags: Array<string>;
        status: string;
        ownerName: string | null;
        clientRestrictionId: string | null;
        clientRestrictionName: string | null;
        contactCount: number;
        archived: boolean;
        mayArchive: boolean;
        createdAt: string;
        updatedAt: string;
        version: number;
        fields: Json;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type AccountCountQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
}>;

export type AccountCountQuery = { accounts: { totalCount: number } };

export type AccountRecordQueryVariables = Exact<{
  id: string;
}>;

export type AccountRecordQuery = {
  account: {
    id: string;
    name: string | null;
    domain: string | null;
    industry: string | null;
    employeesSizeRange: string | null;
    staffCount: number | null;
    hqCity: string | null;
    hqCountry: string | null;
    mainPhone: string | null;
    status: string;
    ownerName: string | null;
    contactCount: number;
    archived: boolean;
    mergedInto: string | null;
    mayArchive: boolean;
    sourceLabel: string;
    importId: string | null;
    teamName: string | null;
    clientRestrictionId: string | null;
    clientRestrictionName: string | null;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
    parent: { id: string; name: string | null } | null;
  } | null;
};

export type BulkStartMutationVariables = Exact<{
  input: BulkStartInput;
}>;

export type BulkStartMutation = {
  bulkStart: {
    position: number | null;
    bulk: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type BulkCancelMutationVariables = Exact<{
  input: BulkActionOnInput;
}>;

export type BulkCancelMutation = {
  bulkCancel: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type BulkUndoPreviewMutationVariables = Exact<{
  input: BulkActionOnInput;
}>;

export type BulkUndoPreviewMutation = {
  bulkUndoPreview: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type BulkUndoMutationVariables = Exact<{
  input: BulkUndoInput;
}>;

export type BulkUndoMutation = {
  bulkUndo: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type BulkUndoCancelMutationVariables = Exact<{
  input: BulkActionOnInput;
}>;

export type BulkUndoCancelMutation = {
  bulkUndoCancel: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type BulkUndoRunFragment = {
  state: ImportUndoState;
  startedAt: string;
  finishedAt: string | null;
  counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type BulkFullFragment = {
  id: string;
  entity: Entity;
  state: BulkState;
  byIds: boolean;
  filter: Json | null;
  expected: number | null;
  createdAt: string;
  createdBy: string | null;
  mine: boolean;
  finishedAt: string | null;
  error: string | null;
  mayUndo: boolean;
  whyNotUndo: string | null;
  action: { kind: BulkKind; title: string; asked: Json | null; fields: Array<{ field: string; label: string }> };
  counts: { selected: number; changed: number; unchanged: number; refused: number; notRun: number };
  reasons: Array<{ code: string; message: string; count: number }>;
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
  undo: {
    state: ImportUndoState;
    startedAt: string;
    finishedAt: string | null;
    counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
  undoPreview: {
    state: ImportUndoState;
    startedAt: string;
    finishedAt: string | null;
    counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
};

export type BulkChangeQueryVariables = Exact<{
  id: string;
}>;

export type BulkChangeQuery = {
  bulk: {
    id: string;
    entity: Entity;
    state: BulkState;
    byIds: boolean;
    filter: Json | null;
    expected: number | null;
    createdAt: string;
    createdBy: string | null;
    mine: boolean;
    finishedAt: string | null;
    error: string | null;
    mayUndo: boolean;
    whyNotUndo: string | null;
    action: { kind: BulkKind; title: string; asked: Json | null; fields: Array<{ field: string; label: string }> };
    counts: { selected: number; changed: number; unchanged: number; refused: number; notRun: number };
    reasons: Array<{ code: string; message: string; count: number }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
    undo: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    undoPreview: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
  } | null;
};

export type BulkListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type BulkListQuery = {
  bulks: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        entity: Entity;
        state: BulkState;
        byIds: boolean;
        filter: Json | null;
        expected: number | null;
        createdAt: string;
        createdBy: string | null;
        mine: boolean;
        finishedAt: string | null;
        error: string | null;
        mayUndo: boolean;
        whyNotUndo: string | null;
        action: { kind: BulkKind; title: string; asked: Json | null; fields: Array<{ field: string; label: string }> };
        counts: { selected: number; changed: number; unchanged: number; refused: number; notRun: number };
        reasons: Array<{ code: string; message: string; count: number }>;
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        } | null;
        undo: {
          state: ImportUndoState;
          startedAt: string;
          finishedAt: string | null;
          counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
          progress: {
            done: number;
            total: number | null;
            rate: number | null;
            etaSeconds: number | null;
            phase: string | null;
          } | null;
        } | null;
        undoPreview: {
          state: ImportUndoState;
          startedAt: string;
          finishedAt: string | null;
          counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
          progress: {
            done: number;
            total: number | null;
            rate: number | null;
            etaSeconds: number | null;
            phase: string | null;
          } | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type BulkCountQueryVariables = Exact<{ [key: string]: never }>;

export type BulkCountQuery = { bulks: { totalCount: number } };

export type BulkPreviewQueryVariables = Exact<{
  selection: BulkSelectionInput;
}>;

export type BulkPreviewQuery = { bulkPreview: { matching: number; outOfReach: number; archived: number } };

export type BulkRecordsQueryVariables = Exact<{
  id: string;
  outcome?: BulkOutcome | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type BulkRecordsQuery = {
  bulkRecords: {
    edges: Array<{
      node: {
        recordId: string;
        name: string | null;
        outcome: BulkOutcome;
        code: string | null;
        message: string | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type BulkProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type BulkProgressSubscription = {
  bulkProgress: {
    id: string;
    entity: Entity;
    state: BulkState;
    byIds: boolean;
    filter: Json | null;
    expected: number | null;
    createdAt: string;
    createdBy: string | null;
    mine: boolean;
    finishedAt: string | null;
    error: string | null;
    mayUndo: boolean;
    whyNotUndo: string | null;
    action: { kind: BulkKind; title: string; asked: Json | null; fields: Array<{ field: string; label: string }> };
    counts: { selected: number; changed: number; unchanged: number; refused: number; notRun: number };
    reasons: Array<{ code: string; message: string; count: number }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
    undo: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    undoPreview: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      counts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
  };
};

export type BulkUndoRowsQueryVariables = Exact<{
  id: string;
  list: ImportUndoList;
  first: number;
  after?: string | null | undefined;
}>;

export type BulkUndoRowsQuery = {
  bulkUndoRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      entity: Entity;
      recordId: string;
      name: string | null;
      outcome: ImportUndoOutcome;
      changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
      conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
    }>;
  };
};

export type BulkUndoLeftQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type BulkUndoLeftQuery = {
  bulkUndoLeft: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      entity: Entity;
      recordId: string;
      name: string | null;
      outcome: ImportUndoOutcome;
      changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
      conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
    }>;
  };
};

export type ContactChangedFragment = {
  position: number | null;
  userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
  contact: {
    id: string;
    fullName: string | null;
    jobTitle: string | null;
    seniorityLevel: string | null;
    department: string | null;
    email: string | null;
    emailStatus: string;
    directPhone: string | null;
    accountId: string | null;
    accountName: string | null;
    accountDomain: string | null;
    city: string | null;
    country: string | null;
    lifecycle: string | null;
    tags: Array<string>;
    ownerName: string | null;
    archived: boolean;
    mayArchive: boolean;
    erased: boolean;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
  } | null;
};

export type ContactCreateMutationVariables = Exact<{
  input: RecordInput;
}>;

export type ContactCreateMutation = {
  contactCreate: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactUpdateMutationVariables = Exact<{
  input: RecordUpdateInput;
}>;

export type ContactUpdateMutation = {
  contactUpdate: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactArchiveMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type ContactArchiveMutation = {
  contactArchive: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactRestoreMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type ContactRestoreMutation = {
  contactRestore: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactUndoMutationVariables = Exact<{
  input: RecordUndoInput;
}>;

export type ContactUndoMutation = {
  contactUndo: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactRestoreValuesMutationVariables = Exact<{
  input: RecordRestoreValuesInput;
}>;

export type ContactRestoreValuesMutation = {
  contactRestoreValues: {
    position: number | null;
    userErrors: Array<{ recordId: string | null; code: string; field: string | null; message: string }>;
    contact: {
      id: string;
      fullName: string | null;
      jobTitle: string | null;
      seniorityLevel: string | null;
      department: string | null;
      email: string | null;
      emailStatus: string;
      directPhone: string | null;
      accountId: string | null;
      accountName: string | null;
      accountDomain: string | null;
      city: string | null;
      country: string | null;
      lifecycle: string | null;
      tags: Array<string>;
      ownerName: string | null;
      archived: boolean;
      mayArchive: boolean;
      erased: boolean;
      createdAt: string;
      updatedAt: string;
      version: number;
      fields: Json;
    } | null;
  };
};

export type ContactEraseMutationVariables = Exact<{
  input: ContactEraseInput;
}>;

export type ContactEraseMutation = {
  contactErase: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ContactListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
  sort?: RecordSort | null | undefined;
}>;

export type ContactListQuery = {
  contacts: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        fullName: string | null;
        jobTitle: string | null;
        seniorityLevel: string | null;
        department: string | null;
        email: string | null;
        emailStatus: string;
        directPhone: string | null;
        accountId: string | null;
        accountName: string | null;
        accountDomain: string | null;
        city: string | null;
        country: string | null;
        lifecycle: string | null;
        tags: Array<string>;
        ownerName: string | null;
        clientRestrictionId: string | null;
        clientRestrictionName: string | null;
        archived: boolean;
        mayArchive: boolean;
        erased: boolean;
        createdAt: string;
        updatedAt: string;
        version: number;
        fields: Json;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ContactCountQueryVariables = Exact<{
  filter?: ContactFilter | null | undefined;
}>;

export type ContactCountQuery = { contacts: { totalCount: number } };

export type ContactRecordQueryVariables = Exact<{
  id: string;
}>;

export type ContactRecordQuery = {
  contact: {
    id: string;
    fullName: string | null;
    jobTitle: string | null;
    email: string | null;
    emailStatus: string;
    directPhone: string | null;
    mobilePhone: string | null;
    phoneStatus: string;
    accountId: string | null;
    accountName: string | null;
    accountDomain: string | null;
    accountLink: string | null;
    timezone: string | null;
    ownerName: string | null;
    archived: boolean;
    mergedInto: string | null;
    mayArchive: boolean;
    erased: boolean;
    sourceLabel: string;
    importId: string | null;
    teamName: string | null;
    clientRestrictionId: string | null;
    clientRestrictionName: string | null;
    createdAt: string;
    updatedAt: string;
    version: number;
    fields: Json;
  } | null;
};

export type CustomFieldDefineMutationVariables = Exact<{
  input: CustomFieldDefineInput;
}>;

export type CustomFieldDefineMutation = {
  customFieldDefine: {
    position: number | null;
    customField: { entity: Entity; key: string; label: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldChangeMutationVariables = Exact<{
  input: CustomFieldChangeInput;
}>;

export type CustomFieldChangeMutation = {
  customFieldChange: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldArchiveMutationVariables = Exact<{
  entity: Entity;
  key: string;
}>;

export type CustomFieldArchiveMutation = {
  customFieldArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldRestoreMutationVariables = Exact<{
  entity: Entity;
  key: string;
}>;

export type CustomFieldRestoreMutation = {
  customFieldRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CustomFieldListQueryVariables = Exact<{
  entity: Entity;
}>;

export type CustomFieldListQuery = {
  customFields: Array<{
    entity: Entity;
    key: string;
    label: string;
    type: CustomFieldType;
    required: boolean;
    unique: boolean;
    default: Json | null;
    archived: boolean;
    createdByName: string | null;
    createdAt: string;
    options: Array<{ value: string; label: string; retired: boolean }>;
  }>;
};

export type DomainSetUploadMutationVariables = Exact<{
  input: DomainSetUploadInput;
}>;

export type DomainSetUploadMutation = {
  domainSetUpload: {
    id: string | null;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetUpdateMutationVariables = Exact<{
  input: DomainSetUpdateInput;
}>;

export type DomainSetUpdateMutation = {
  domainSetUpdate: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetArchiveMutationVariables = Exact<{
  id: string;
}>;

export type DomainSetArchiveMutation = {
  domainSetArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetRestoreMutationVariables = Exact<{
  id: string;
}>;

export type DomainSetRestoreMutation = {
  domainSetRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetMatchMutationVariables = Exact<{
  id: string;
  stubs?: boolean | null | undefined;
}>;

export type DomainSetMatchMutation = {
  domainSetMatch: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetMatchCancelMutationVariables = Exact<{
  id: string;
}>;

export type DomainSetMatchCancelMutation = {
  domainSetMatchCancel: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetItemJudgeMutationVariables = Exact<{
  input: DomainSetItemJudgeInput;
}>;

export type DomainSetItemJudgeMutation = {
  domainSetItemJudge: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetItemRetractMutationVariables = Exact<{
  input: DomainSetItemRetractInput;
}>;

export type DomainSetItemRetractMutation = {
  domainSetItemRetract: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetShownFragment = {
  id: string;
  name: string;
  sharing: ViewSharing;
  teamId: string | null;
  ownerId: string;
  ownerName: string | null;
  tags: Array<string>;
  source: string;
  fileName: string | null;
  stubs: boolean;
  state: DomainSetState;
  error: string | null;
  jobId: string | null;
  items: number;
  repeated: number;
  invalid: number;
  matchedAt: string | null;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
};

export type DomainSetItemShownFragment = {
  number: number;
  domain: string;
  accountName: string | null;
  notes: string | null;
  given: string | null;
  repaired: boolean;
  resembles: string | null;
  status: DomainSetItemStatus;
  accountId: string | null;
  account: string | null;
  accountDomain: string | null;
  accountStatus: string | null;
  via: DomainSetVia | null;
  confidence: number | null;
  likeness: string | null;
  judgedAt: string | null;
  contacts: number;
};

export type DomainSetListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  q?: string | null | undefined;
  archived: boolean;
}>;

export type DomainSetListQuery = {
  domainSets: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        sharing: ViewSharing;
        teamId: string | null;
        ownerId: string;
        ownerName: string | null;
        tags: Array<string>;
        source: string;
        fileName: string | null;
        stubs: boolean;
        state: DomainSetState;
        error: string | null;
        jobId: string | null;
        items: number;
        repeated: number;
        invalid: number;
        matchedAt: string | null;
        archived: boolean;
        createdAt: string;
        updatedAt: string;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type DomainSetCountQueryVariables = Exact<{
  q?: string | null | undefined;
  archived: boolean;
}>;

export type DomainSetCountQuery = { domainSets: { totalCount: number } };

export type DomainSetOneQueryVariables = Exact<{
  id: string;
}>;

export type DomainSetOneQuery = {
  domainSet: {
    id: string;
    name: string;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    tags: Array<string>;
    source: string;
    fileName: string | null;
    stubs: boolean;
    state: DomainSetState;
    error: string | null;
    jobId: string | null;
    items: number;
    repeated: number;
    invalid: number;
    matchedAt: string | null;
    archived: boolean;
    createdAt: string;
    updatedAt: string;
  } | null;
};

export type DomainSetFiguresQueryVariables = Exact<{
  id: string;
}>;

export type DomainSetFiguresQuery = {
  domainSet: {
    contactCount: number;
    usedBy: Array<{ id: string; name: string | null; entity: Entity | null }>;
    report: {
      items: number;
      exact: number;
      confirmed: number;
      fuzzy: number;
      unknown: number;
      pending: number;
      matchRate: number;
      accounts: number;
      stubs: number;
      lookalikes: number;
    };
  } | null;
};

export type DomainSetWaysQueryVariables = Exact<{
  id: string;
}>;

export type DomainSetWaysQuery = {
  domain: { totalCount: number };
  alternate: { totalCount: number };
  fuzzy: { totalCount: number };
  manual: { totalCount: number };
};

export type DomainSetItemListQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: DomainSetItemFilter | null | undefined;
}>;

export type DomainSetItemListQuery = {
  domainSetItems: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        number: number;
        domain: string;
        accountName: string | null;
        notes: string | null;
        given: string | null;
        repaired: boolean;
        resembles: string | null;
        status: DomainSetItemStatus;
        accountId: string | null;
        account: string | null;
        accountDomain: string | null;
        accountStatus: string | null;
        via: DomainSetVia | null;
        confidence: number | null;
        likeness: string | null;
        judgedAt: string | null;
        contacts: number;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type DomainSetItemCountQueryVariables = Exact<{
  id: string;
  filter?: DomainSetItemFilter | null | undefined;
}>;

export type DomainSetItemCountQuery = { domainSetItems: { totalCount: number } };

export type DomainSetLineListQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type DomainSetLineListQuery = {
  domainSetInvalidLines: {
    stale: boolean;
    edges: Array<{ cursor: string; node: { number: number; code: string; reason: string; given: string | null } }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type DomainSetLineCountQueryVariables = Exact<{
  id: string;
}>;

export type DomainSetLineCountQuery = { domainSetInvalidLines: { totalCount: number } };

export type DomainSetContactListQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: DomainSetContactFilter | null | undefined;
}>;

export type DomainSetContactListQuery = {
  domainSetContacts: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        fullName: string | null;
        jobTitle: string | null;
        seniority: string | null;
        department: string | null;
        email: string | null;
        accountId: string | null;
        accountName: string | null;
        matchedVia: string;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type DomainSetContactCountQueryVariables = Exact<{
  id: string;
  filter?: DomainSetContactFilter | null | undefined;
}>;

export type DomainSetContactCountQuery = { domainSetContacts: { totalCount: number } };

export type DomainSetJobQueryVariables = Exact<{
  id: string;
}>;

export type DomainSetJobQuery = {
  job: {
    state: JobState;
    error: string | null;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    };
  } | null;
};

export type DuplicatesFindMutationVariables = Exact<{
  input: DuplicatesFindInput;
}>;

export type DuplicatesFindMutation = {
  duplicatesFind: { jobId: string | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type DuplicatesJudgeMutationVariables = Exact<{
  input: DuplicatesJudgeInput;
}>;

export type DuplicatesJudgeMutation = {
  duplicatesJudge: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DuplicatesMergeMutationVariables = Exact<{
  input: DuplicatesMergeInput;
}>;

export type DuplicatesMergeMutation = {
  duplicatesMerge: {
    position: number | null;
    bulk: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DuplicateQueueQueryVariables = Exact<{
  entity: Entity;
  filter?: DuplicateFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type DuplicateQueueQuery = {
  duplicates: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        a: string;
        b: string;
        score: number;
        class: DuplicateClass;
        reasons: Array<string>;
        dismissedAt: string | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type DuplicateStandingQueryVariables = Exact<{
  entity: Entity;
}>;

export type DuplicateStandingQuery = {
  duplicateStanding: {
    exact: number;
    duplicate: number;
    review: number;
    dismissed: number;
    lookedAt: string | null;
    lookedRecords: number | null;
    jobId: string | null;
  };
};

export type EmailVerificationStartMutationVariables = Exact<{
  input: EmailVerificationStartInput;
}>;

export type EmailVerificationStartMutation = {
  emailVerificationStart: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailVerificationCancelMutationVariables = Exact<{
  input: EmailVerificationCancelInput;
}>;

export type EmailVerificationCancelMutation = {
  emailVerificationCancel: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailVerificationFullFragment = {
  id: string;
  state: EmailVerificationState;
  byIds: boolean;
  expected: number | null;
  importId: string | null;
  again: boolean;
  mailboxes: boolean;
  createdAt: string;
  createdBy: string | null;
  finishedAt: string | null;
  error: string | null;
  counts: {
    valid: number;
    risky: number;
    invalid: number;
    disposable: number;
    catchAll: number;
    unknown: number;
    noEmail: number;
    refused: number;
    notRun: number;
    known: number;
    changed: number;
    done: number;
  };
  reasons: Array<{ code: string; message: string; count: number }>;
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type EmailVerificationOneQueryVariables = Exact<{
  id: string;
}>;

export type EmailVerificationOneQuery = {
  emailVerification: {
    id: string;
    state: EmailVerificationState;
    byIds: boolean;
    expected: number | null;
    importId: string | null;
    again: boolean;
    mailboxes: boolean;
    createdAt: string;
    createdBy: string | null;
    finishedAt: string | null;
    error: string | null;
    counts: {
      valid: number;
      risky: number;
      invalid: number;
      disposable: number;
      catchAll: number;
      unknown: number;
      noEmail: number;
      refused: number;
      notRun: number;
      known: number;
      changed: number;
      done: number;
    };
    reasons: Array<{ code: string; message: string; count: number }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
};

export type EmailVerificationListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  importId?: string | null | undefined;
}>;

export type EmailVerificationListQuery = {
  emailVerifications: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        state: EmailVerificationState;
        byIds: boolean;
        expected: number | null;
        importId: string | null;
        again: boolean;
        mailboxes: boolean;
        createdAt: string;
        createdBy: string | null;
        finishedAt: string | null;
        error: string | null;
        counts: {
          valid: number;
          risky: number;
          invalid: number;
          disposable: number;
          catchAll: number;
          unknown: number;
          noEmail: number;
          refused: number;
          notRun: number;
          known: number;
          changed: number;
          done: number;
        };
        reasons: Array<{ code: string; message: string; count: number }>;
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type EmailVerificationCountQueryVariables = Exact<{ [key: string]: never }>;

export type EmailVerificationCountQuery = { emailVerifications: { totalCount: number } };

export type EmailVerificationContactsQueryVariables = Exact<{
  id: string;
  outcome?: EmailVerificationOutcome | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type EmailVerificationContactsQuery = {
  emailVerificationContacts: {
    edges: Array<{
      node: {
        contactId: string;
        name: string | null;
        email: string | null;
        outcome: EmailVerificationOutcome;
        reason: string | null;
        message: string | null;
        changed: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type EmailVerificationSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type EmailVerificationSettingsQuery = {
  emailVerificationSettings: { mailboxes: boolean; perMinute: number; hostBudget: number };
};

export type EmailVerificationProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type EmailVerificationProgressSubscription = {
  emailVerificationProgress: {
    id: string;
    state: EmailVerificationState;
    byIds: boolean;
    expected: number | null;
    importId: string | null;
    again: boolean;
    mailboxes: boolean;
    createdAt: string;
    createdBy: string | null;
    finishedAt: string | null;
    error: string | null;
    counts: {
      valid: number;
      risky: number;
      invalid: number;
      disposable: number;
      catchAll: number;
      unknown: number;
      noEmail: number;
      refused: number;
      notRun: number;
      known: number;
      changed: number;
      done: number;
    };
    reasons: Array<{ code: string; message: string; count: number }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  };
};

export type IndustrySuggestMutationVariables = Exact<{
  input: IndustrySuggestInput;
}>;

export type IndustrySuggestMutation = {
  industrySuggest: { jobId: string | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type IndustrySuggestionAcceptMutationVariables = Exact<{
  id: string;
}>;

export type IndustrySuggestionAcceptMutation = {
  industrySuggestionAccept: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type IndustrySuggestionRejectMutationVariables = Exact<{
  input: IndustryRejectInput;
}>;

export type IndustrySuggestionRejectMutation = {
  industrySuggestionReject: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type IndustrySuggestionReopenMutationVariables = Exact<{
  id: string;
}>;

export type IndustrySuggestionReopenMutation = {
  industrySuggestionReopen: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type IndustrySuggestionsAcceptAllMutationVariables = Exact<{
  input: IndustryAcceptAllInput;
}>;

export type IndustrySuggestionsAcceptAllMutation = {
  industrySuggestionsAcceptAll: {
    bulkId: string | null;
    accounts: number;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type IndustrySuggestionsRejectAllMutationVariables = Exact<{
  input: IndustryRejectAllInput;
}>;

export type IndustrySuggestionsRejectAllMutation = {
  industrySuggestionsRejectAll: {
    bulkId: string | null;
    accounts: number;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type IndustrySuggestionShownFragment = {
  accountId: string;
  accountName: string | null;
  accountDomain: string | null;
  description: string | null;
  currentIndustry: string | null;
  decision: SuggestionDecision;
  industry: string;
  confidence: number;
  suggestedBy: string;
  suggestedAt: string;
  decidedAt: string | null;
  decidedByName: string | null;
  reason: string | null;
  reverted: boolean;
  naics: { code: string; title: string | null } | null;
  sic: { code: string; title: string | null } | null;
  because: Array<{ place: string; words: string }>;
};

export type IndustrySuggestionListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: IndustrySuggestionFilter | null | undefined;
}>;

export type IndustrySuggestionListQuery = {
  industrySuggestions: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        accountId: string;
        accountName: string | null;
        accountDomain: string | null;
        description: string | null;
        currentIndustry: string | null;
        decision: SuggestionDecision;
        industry: string;
        confidence: number;
        suggestedBy: string;
        suggestedAt: string;
        decidedAt: string | null;
        decidedByName: string | null;
        reason: string | null;
        reverted: boolean;
        naics: { code: string; title: string | null } | null;
        sic: { code: string; title: string | null } | null;
        because: Array<{ place: string; words: string }>;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type IndustrySuggestionCountQueryVariables = Exact<{
  filter?: IndustrySuggestionFilter | null | undefined;
}>;

export type IndustrySuggestionCountQuery = { industrySuggestions: { totalCount: number } };

export type IndustrySuggestionCountsQueryVariables = Exact<{ [key: string]: never }>;

export type IndustrySuggestionCountsQuery = {
  industrySuggestionCounts: { pending: number; sure: number; accepted: number; rejected: number; hasModel: boolean };
};

export type IndustrySuggestionOfQueryVariables = Exact<{
  id: string;
}>;

export type IndustrySuggestionOfQuery = {
  industrySuggestion: {
    accountId: string;
    accountName: string | null;
    accountDomain: string | null;
    description: string | null;
    currentIndustry: string | null;
    decision: SuggestionDecision;
    industry: string;
    confidence: number;
    suggestedBy: string;
    suggestedAt: string;
    decidedAt: string | null;
    decidedByName: string | null;
    reason: string | null;
    reverted: boolean;
    naics: { code: string; title: string | null } | null;
    sic: { code: string; title: string | null } | null;
    because: Array<{ place: string; words: string }>;
  } | null;
};

export type IndustrySuggestJobQueryVariables = Exact<{
  id: string;
}>;

export type IndustrySuggestJobQuery = {
  job: {
    state: JobState;
    error: string | null;
    progress: { done: number; total: number | null; phase: string | null };
  } | null;
};

export type ExportStartMutationVariables = Exact<{
  input: ExportStartInput;
}>;

export type ExportStartMutation = {
  exportStart: {
    position: number | null;
    export: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ExportCancelMutationVariables = Exact<{
  input: ExportActionInput;
}>;

export type ExportCancelMutation = {
  exportCancel: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ExportLinkMutationVariables = Exact<{
  input: ExportActionInput;
}>;

export type ExportLinkMutation = {
  exportLink: { url: string | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ExportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ExportListQuery = {
  exports: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        entity: Entity;
        format: ExportFormat;
        state: ExportState;
        columns: Array<string>;
        filter: Json | null;
        createdAt: string;
        createdBy: string | null;
        mine: boolean;
        finishedAt: string | null;
        error: string | null;
        rows: number | null;
        asOf: string | null;
        fileSize: number | null;
        cutCells: number;
        restricted: ExportRestricted;
        leftOut: number;
        expiresAt: string | null;
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ExportCountQueryVariables = Exact<{ [key: string]: never }>;

export type ExportCountQuery = { exports: { totalCount: number } };

export type ImportFixRowsMutationVariables = Exact<{
  input: ImportFixRowsInput;
}>;

export type ImportFixRowsMutation = {
  importFixRows: {
    position: number | null;
    import: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportAgainMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportAgainMutation = {
  importAgain: {
    position: number | null;
    import: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportRejectedRowsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportRejectedRowsQuery = {
  importRejectedRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      row: number;
      cells: Array<string>;
      reasons: Array<{ code: string; field: string | null; message: string }>;
      fix: { importId: string; outcome: ImportRowOutcome } | null;
    }>;
  };
};

export type ImportMapMutationVariables = Exact<{
  input: ImportMapInput;
}>;

export type ImportMapMutation = {
  importMap: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportChooseSheetMutationVariables = Exact<{
  input: ImportChooseSheetInput;
}>;

export type ImportChooseSheetMutation = {
  importChooseSheet: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportPreviewMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportPreviewMutation = {
  importPreview: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportStartMutationVariables = Exact<{
  input: ImportActionInput;
  verifyEmails: boolean;
}>;

export type ImportStartMutation = {
  importStart: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportCancelMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportCancelMutation = {
  importCancel: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportPreviewRowsQueryVariables = Exact<{
  id: string;
  list: ImportPreviewList;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportPreviewRowsQuery = {
  importPreviewRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      row: number;
      entity: Entity;
      recordId: string | null;
      intoRow: number | null;
      name: string | null;
      changes: Array<{
        field: string;
        label: string;
        old: Json | null;
        new: Json | null;
        kept: boolean;
        rule: string | null;
      }>;
      reasons: Array<{ code: string; field: string | null; message: string; rejected: boolean }>;
    }>;
  };
};

export type ImportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ImportListQuery = {
  imports: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        fileName: string;
        fileSize: number;
        state: ImportState;
        createdAt: string;
        createdBy: string | null;
        startedAt: string | null;
        finishedAt: string | null;
        position: number | null;
        rowCount: number | null;
        error: string | null;
        outcomes: {
          read: number;
          created: number;
          updated: number;
          unchanged: number;
          mergedInFile: number;
          matchesArchived: number;
          rejected: number;
          notRun: number;
          warnings: number;
        };
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ImportCountQueryVariables = Exact<{ [key: string]: never }>;

export type ImportCountQuery = { imports: { totalCount: number } };

export type ImportUndoRunFragment = {
  state: ImportUndoState;
  startedAt: string;
  finishedAt: string | null;
  contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
  accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type ImportFullFragment = {
  id: string;
  name: string;
  fileName: string;
  fileSize: number;
  fileHash: string;
  state: ImportState;
  createdAt: string;
  createdBy: string | null;
  encoding: string | null;
  delimiter: string | null;
  headerRow: number | null;
  rowCount: number | null;
  defaultCountry: string | null;
  kind: ImportKind;
  suppliedById: string | null;
  suppliedByName: string | null;
  sheet: string | null;
  parentId: string | null;
  fixedRows: number;
  accountsCreated: number;
  accountsUpdated: number;
  startedAt: string | null;
  finishedAt: string | null;
  position: number | null;
  error: string | null;
  rejectFileUrl: string | null;
  filesRemovedAt: string | null;
  sheets: Array<{ name: string; rows: number }>;
  usedBefore: { importId: string; name: string; at: string; kind: ImportKind; defaultCountry: string | null } | null;
  undo: {
    state: ImportUndoState;
    startedAt: string;
    finishedAt: string | null;
    contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
  undoPreview: {
    state: ImportUndoState;
    startedAt: string;
    finishedAt: string | null;
    contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
  preview: {
    state: ImportPreviewState;
    startedAt: string;
    finishedAt: string | null;
    expiresAt: string | null;
    error: string | null;
    accountsCreated: number;
    accountsUpdated: number;
    outcomes: {
      read: number;
      created: number;
      updated: number;
      unchanged: number;
      mergedInFile: number;
      matchesArchived: number;
      rejected: number;
      notRun: number;
      warnings: number;
    };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
  columns: Array<{
    index: number;
    header: string;
    samples: Array<string>;
    suggestedField: string | null;
    suggestedEntity: Entity | null;
    suggestedRule: WriteRule | null;
    usedBefore: boolean;
    confidence: number;
    guess: { field: string; entity: Entity; confidence: number } | null;
  }>;
  mapping: Array<{ column: number; entity: Entity | null; field: string | null; rule: WriteRule }>;
  outcomes: {
    read: number;
    created: number;
    updated: number;
    unchanged: number;
    mergedInFile: number;
    matchesArchived: number;
    rejected: number;
    notRun: number;
    warnings: number;
  };
  problems: Array<{ code: string; message: string; example: string | null; rows: number; rejected: boolean }>;
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type ImportRecordQueryVariables = Exact<{
  id: string;
}>;

export type ImportRecordQuery = {
  import: {
    id: string;
    name: string;
    fileName: string;
    fileSize: number;
    fileHash: string;
    state: ImportState;
    createdAt: string;
    createdBy: string | null;
    encoding: string | null;
    delimiter: string | null;
    headerRow: number | null;
    rowCount: number | null;
    defaultCountry: string | null;
    kind: ImportKind;
    suppliedById: string | null;
    suppliedByName: string | null;
    sheet: string | null;
    parentId: string | null;
    fixedRows: number;
    accountsCreated: number;
    accountsUpdated: number;
    startedAt: string | null;
    finishedAt: string | null;
    position: number | null;
    error: string | null;
    rejectFileUrl: string | null;
    filesRemovedAt: string | null;
    sheets: Array<{ name: string; rows: number }>;
    usedBefore: { importId: string; name: string; at: string; kind: ImportKind; defaultCountry: string | null } | null;
    undo: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    undoPreview: {
      state: ImportUndoState;
      startedAt: string;
      finishedAt: string | null;
      contacts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      accounts: { archived: number; reverted: number; partly: number; kept: number; nothing: number; gone: number };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    preview: {
      state: ImportPreviewState;
      startedAt: string;
      finishedAt: string | null;
      expiresAt: string | null;
      error: string | null;
      accountsCreated: number;
      accountsUpdated: number;
      outcomes: {
        read: number;
        created: number;
        updated: number;
        unchanged: number;
        mergedInFile: number;
        matchesArchived: number;
        rejected: number;
        notRun: number;
        warnings: number;
      };
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
    } | null;
    columns: Array<{
      index: number;
      header: string;
      samples: Array<string>;
      suggestedField: string | null;
      suggestedEntity: Entity | null;
      suggestedRule: WriteRule | null;
      usedBefore: boolean;
      confidence: number;
      guess: { field: string; entity: Entity; confidence: number } | null;
    }>;
    mapping: Array<{ column: number; entity: Entity | null; field: string | null; rule: WriteRule }>;
    outcomes: {
      read: number;
      created: number;
      updated: number;
      unchanged: number;
      mergedInFile: number;
      matchesArchived: number;
      rejected: number;
      notRun: number;
      warnings: number;
    };
    problems: Array<{ code: string; message: string; example: string | null; rows: number; rejected: boolean }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
};

export type ImportContactsQueryVariables = Exact<{
  id: string;
}>;

export type ImportContactsQuery = {
  import: {
    contacts: { created: number; updated: number; unchanged: number; mergedInFile: number; matchesArchived: number };
  } | null;
};

export type ImportNameQueryVariables = Exact<{
  id: string;
}>;

export type ImportNameQuery = { import: { name: string } | null };

export type ImportUndoRowsQueryVariables = Exact<{
  id: string;
  list: ImportUndoList;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportUndoRowsQuery = {
  importUndoRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      entity: Entity;
      recordId: string;
      name: string | null;
      outcome: ImportUndoOutcome;
      changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
      conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
    }>;
  };
};

export type ImportUndoLeftQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type ImportUndoLeftQuery = {
  importUndoLeft: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      entity: Entity;
      recordId: string;
      name: string | null;
      outcome: ImportUndoOutcome;
      changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
      conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
    }>;
  };
};

export type ImportUndoPreviewMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportUndoPreviewMutation = {
  importUndoPreview: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportUndoMutationVariables = Exact<{
  input: ImportUndoInput;
}>;

export type ImportUndoMutation = {
  importUndo: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ImportUndoCancelMutationVariables = Exact<{
  input: ImportActionInput;
}>;

export type ImportUndoCancelMutation = {
  importUndoCancel: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ImportProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type ImportProgressSubscription = {
  importProgress: {
    id: string;
    state: ImportState;
    startedAt: string | null;
    finishedAt: string | null;
    position: number | null;
    error: string | null;
    outcomes: {
      read: number;
      created: number;
      updated: number;
      unchanged: number;
      mergedInFile: number;
      matchesArchived: number;
      rejected: number;
      notRun: number;
      warnings: number;
    };
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  };
};

export type ListWrittenFragment = {
  position: number | null;
  list: {
    id: string;
    entity: Entity;
    name: string;
    tags: Array<string>;
    visibility: ListVisibility;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    source: ListSource;
    reference: Json;
    fill: string | null;
    snapshotAt: string | null;
    members: number;
    membersChangedAt: string | null;
    archived: boolean;
    createdAt: string;
    updatedAt: string;
    mayEdit: boolean;
    mayShare: boolean;
  } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type ListChangeMadeFragment = {
  position: number | null;
  list: {
    id: string;
    entity: Entity;
    name: string;
    tags: Array<string>;
    visibility: ListVisibility;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    source: ListSource;
    reference: Json;
    fill: string | null;
    snapshotAt: string | null;
    members: number;
    membersChangedAt: string | null;
    archived: boolean;
    createdAt: string;
    updatedAt: string;
    mayEdit: boolean;
    mayShare: boolean;
  } | null;
  change: {
    id: string;
    asked: number;
    changed: number | null;
    unchanged: number | null;
    refusedCount: number;
    bulkId: string | null;
    refused: Array<{ entry: string; code: string; message: string }>;
  } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type ListCreateMutationVariables = Exact<{
  input: ListCreateInput;
}>;

export type ListCreateMutation = {
  listCreate: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    change: {
      id: string;
      asked: number;
      changed: number | null;
      unchanged: number | null;
      refusedCount: number;
      bulkId: string | null;
      refused: Array<{ entry: string; code: string; message: string }>;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListUpdateMutationVariables = Exact<{
  input: ListUpdateInput;
}>;

export type ListUpdateMutation = {
  listUpdate: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListArchiveMutationVariables = Exact<{
  id: string;
}>;

export type ListArchiveMutation = {
  listArchive: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListRestoreMutationVariables = Exact<{
  id: string;
}>;

export type ListRestoreMutation = {
  listRestore: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListAddMutationVariables = Exact<{
  input: ListChangeInput;
}>;

export type ListAddMutation = {
  listAdd: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    change: {
      id: string;
      asked: number;
      changed: number | null;
      unchanged: number | null;
      refusedCount: number;
      bulkId: string | null;
      refused: Array<{ entry: string; code: string; message: string }>;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListRemoveMutationVariables = Exact<{
  input: ListChangeInput;
}>;

export type ListRemoveMutation = {
  listRemove: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    change: {
      id: string;
      asked: number;
      changed: number | null;
      unchanged: number | null;
      refusedCount: number;
      bulkId: string | null;
      refused: Array<{ entry: string; code: string; message: string }>;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListUndoMutationVariables = Exact<{
  input: ListUndoInput;
}>;

export type ListUndoMutation = {
  listUndo: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListCombineMutationVariables = Exact<{
  input: ListCombineInput;
}>;

export type ListCombineMutation = {
  listCombine: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    change: {
      id: string;
      asked: number;
      changed: number | null;
      unchanged: number | null;
      refusedCount: number;
      bulkId: string | null;
      refused: Array<{ entry: string; code: string; message: string }>;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListSnapshotMutationVariables = Exact<{
  input: ListSnapshotInput;
}>;

export type ListSnapshotMutation = {
  listSnapshot: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    change: {
      id: string;
      asked: number;
      changed: number | null;
      unchanged: number | null;
      refusedCount: number;
      bulkId: string | null;
      refused: Array<{ entry: string; code: string; message: string }>;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentConvertToListMutationVariables = Exact<{
  input: SegmentConvertToListInput;
}>;

export type SegmentConvertToListMutation = {
  segmentConvertToList: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    change: {
      id: string;
      asked: number;
      changed: number | null;
      unchanged: number | null;
      refusedCount: number;
      bulkId: string | null;
      refused: Array<{ entry: string; code: string; message: string }>;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type DomainSetConvertToListMutationVariables = Exact<{
  input: DomainSetConvertToListInput;
}>;

export type DomainSetConvertToListMutation = {
  domainSetConvertToList: {
    position: number | null;
    list: {
      id: string;
      entity: Entity;
      name: string;
      tags: Array<string>;
      visibility: ListVisibility;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      source: ListSource;
      reference: Json;
      fill: string | null;
      snapshotAt: string | null;
      members: number;
      membersChangedAt: string | null;
      archived: boolean;
      createdAt: string;
      updatedAt: string;
      mayEdit: boolean;
      mayShare: boolean;
    } | null;
    change: {
      id: string;
      asked: number;
      changed: number | null;
      unchanged: number | null;
      refusedCount: number;
      bulkId: string | null;
      refused: Array<{ entry: string; code: string; message: string }>;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ListPartsFragment = {
  id: string;
  entity: Entity;
  name: string;
  tags: Array<string>;
  visibility: ListVisibility;
  teamId: string | null;
  ownerId: string;
  ownerName: string | null;
  source: ListSource;
  reference: Json;
  fill: string | null;
  snapshotAt: string | null;
  members: number;
  membersChangedAt: string | null;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  mayEdit: boolean;
  mayShare: boolean;
};

export type ListsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: ListsFilter | null | undefined;
  sort?: RecordSort | null | undefined;
}>;

export type ListsQuery = {
  lists: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        entity: Entity;
        name: string;
        tags: Array<string>;
        visibility: ListVisibility;
        teamId: string | null;
        ownerId: string;
        ownerName: string | null;
        source: ListSource;
        reference: Json;
        fill: string | null;
        snapshotAt: string | null;
        members: number;
        membersChangedAt: string | null;
        archived: boolean;
        createdAt: string;
        updatedAt: string;
        mayEdit: boolean;
        mayShare: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ListCountQueryVariables = Exact<{
  filter?: ListsFilter | null | undefined;
}>;

export type ListCountQuery = { lists: { totalCount: number } };

export type ListTagsQueryVariables = Exact<{
  filter?: ListsFilter | null | undefined;
}>;

export type ListTagsQuery = { lists: { edges: Array<{ node: { tags: Array<string> } }> } };

export type ListOneQueryVariables = Exact<{
  id: string;
}>;

export type ListOneQuery = {
  list: {
    id: string;
    entity: Entity;
    name: string;
    tags: Array<string>;
    visibility: ListVisibility;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    source: ListSource;
    reference: Json;
    fill: string | null;
    snapshotAt: string | null;
    members: number;
    membersChangedAt: string | null;
    archived: boolean;
    createdAt: string;
    updatedAt: string;
    mayEdit: boolean;
    mayShare: boolean;
  } | null;
};

export type ListUsesQueryVariables = Exact<{
  id: string;
}>;

export type ListUsesQuery = { list: { usedBy: Array<{ kind: string; id: string; name: string }> } | null };

export type PhoneLookupStartMutationVariables = Exact<{
  input: PhoneLookupStartInput;
}>;

export type PhoneLookupStartMutation = {
  phoneLookupStart: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PhoneLookupCancelMutationVariables = Exact<{
  input: PhoneLookupCancelInput;
}>;

export type PhoneLookupCancelMutation = {
  phoneLookupCancel: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PhoneLookupFullFragment = {
  id: string;
  state: PhoneLookupState;
  byIds: boolean;
  expected: number | null;
  importId: string | null;
  again: boolean;
  which: LookedUpPhone;
  provider: PhoneLookupProvider;
  createdAt: string;
  createdBy: string | null;
  finishedAt: string | null;
  error: string | null;
  counts: {
    mobile: number;
    fixedLine: number;
    notFound: number;
    voip: number;
    other: number;
    notValid: number;
    noPhone: number;
    refused: number;
    notRun: number;
    known: number;
    changed: number;
    done: number;
  };
  lines: Array<{ code: string; label: string; count: number }>;
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type PhoneLookupOneQueryVariables = Exact<{
  id: string;
}>;

export type PhoneLookupOneQuery = {
  phoneLookup: {
    id: string;
    state: PhoneLookupState;
    byIds: boolean;
    expected: number | null;
    importId: string | null;
    again: boolean;
    which: LookedUpPhone;
    provider: PhoneLookupProvider;
    createdAt: string;
    createdBy: string | null;
    finishedAt: string | null;
    error: string | null;
    counts: {
      mobile: number;
      fixedLine: number;
      notFound: number;
      voip: number;
      other: number;
      notValid: number;
      noPhone: number;
      refused: number;
      notRun: number;
      known: number;
      changed: number;
      done: number;
    };
    lines: Array<{ code: string; label: string; count: number }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  } | null;
};

export type PhoneLookupListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  importId?: string | null | undefined;
}>;

export type PhoneLookupListQuery = {
  phoneLookups: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        state: PhoneLookupState;
        byIds: boolean;
        expected: number | null;
        importId: string | null;
        again: boolean;
        which: LookedUpPhone;
        provider: PhoneLookupProvider;
        createdAt: string;
        createdBy: string | null;
        finishedAt: string | null;
        error: string | null;
        counts: {
          mobile: number;
          fixedLine: number;
          notFound: number;
          voip: number;
          other: number;
          notValid: number;
          noPhone: number;
          refused: number;
          notRun: number;
          known: number;
          changed: number;
          done: number;
        };
        lines: Array<{ code: string; label: string; count: number }>;
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type PhoneLookupCountQueryVariables = Exact<{ [key: string]: never }>;

export type PhoneLookupCountQuery = { phoneLookups: { totalCount: number } };

export type PhoneLookupContactsQueryVariables = Exact<{
  id: string;
  outcome?: PhoneLookupOutcome | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type PhoneLookupContactsQuery = {
  phoneLookupContacts: {
    edges: Array<{
      node: {
        contactId: string | null;
        accountId: string | null;
        name: string | null;
        phone: string | null;
        carrier: string | null;
        outcome: PhoneLookupOutcome;
        line: string | null;
        lineLabel: string | null;
        changed: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type PhoneLookupSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type PhoneLookupSettingsQuery = {
  phoneLookupSettings: { provider: PhoneLookupProvider; perMinute: number; keptDays: number };
};

export type PhoneLookupProgressSubscriptionVariables = Exact<{
  id: string;
}>;

export type PhoneLookupProgressSubscription = {
  phoneLookupProgress: {
    id: string;
    state: PhoneLookupState;
    byIds: boolean;
    expected: number | null;
    importId: string | null;
    again: boolean;
    which: LookedUpPhone;
    provider: PhoneLookupProvider;
    createdAt: string;
    createdBy: string | null;
    finishedAt: string | null;
    error: string | null;
    counts: {
      mobile: number;
      fixedLine: number;
      notFound: number;
      voip: number;
      other: number;
      notValid: number;
      noPhone: number;
      refused: number;
      notRun: number;
      known: number;
      changed: number;
      done: number;
    };
    lines: Array<{ code: string; label: string; count: number }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  };
};

export type SavedViewChangedFragment = {
  position: number | null;
  savedView: {
    id: string;
    entity: Entity;
    name: string;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    isPreset: boolean;
    mayChange: boolean;
    deleted: boolean;
    content: Json;
  } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type SavedViewCreateMutationVariables = Exact<{
  input: SavedViewCreateInput;
}>;

export type SavedViewCreateMutation = {
  savedViewCreate: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewChangeMutationVariables = Exact<{
  input: SavedViewChangeInput;
}>;

export type SavedViewChangeMutation = {
  savedViewChange: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewDeleteMutationVariables = Exact<{
  id: string;
}>;

export type SavedViewDeleteMutation = {
  savedViewDelete: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewRestoreMutationVariables = Exact<{
  id: string;
}>;

export type SavedViewRestoreMutation = {
  savedViewRestore: {
    position: number | null;
    savedView: {
      id: string;
      entity: Entity;
      name: string;
      sharing: ViewSharing;
      teamId: string | null;
      ownerId: string;
      ownerName: string | null;
      isPreset: boolean;
      mayChange: boolean;
      deleted: boolean;
      content: Json;
    } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SavedViewPartsFragment = {
  id: string;
  entity: Entity;
  name: string;
  sharing: ViewSharing;
  teamId: string | null;
  ownerId: string;
  ownerName: string | null;
  isPreset: boolean;
  mayChange: boolean;
  deleted: boolean;
  content: Json;
};

export type SavedViewsQueryVariables = Exact<{
  entity: Entity;
}>;

export type SavedViewsQuery = {
  savedViews: Array<{
    id: string;
    entity: Entity;
    name: string;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    isPreset: boolean;
    mayChange: boolean;
    deleted: boolean;
    content: Json;
  }>;
};

export type SavedViewQueryVariables = Exact<{
  id: string;
}>;

export type SavedViewQuery = {
  savedView: {
    id: string;
    entity: Entity;
    name: string;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    isPreset: boolean;
    mayChange: boolean;
    deleted: boolean;
    content: Json;
  } | null;
};

export type SegmentChangedFragment = {
  position: number | null;
  id: string | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type SegmentCreateMutationVariables = Exact<{
  input: SegmentCreateInput;
}>;

export type SegmentCreateMutation = {
  segmentCreate: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentUpdateMutationVariables = Exact<{
  input: SegmentUpdateInput;
}>;

export type SegmentUpdateMutation = {
  segmentUpdate: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentDefineMutationVariables = Exact<{
  id: string;
  filter: Json;
}>;

export type SegmentDefineMutation = {
  segmentDefine: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentSwitchMutationVariables = Exact<{
  id: string;
  active: boolean;
}>;

export type SegmentSwitchMutation = {
  segmentSwitch: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentRefreshMutationVariables = Exact<{
  id: string;
}>;

export type SegmentRefreshMutation = {
  segmentRefresh: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentArchiveMutationVariables = Exact<{
  id: string;
}>;

export type SegmentArchiveMutation = {
  segmentArchive: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentRestoreMutationVariables = Exact<{
  id: string;
}>;

export type SegmentRestoreMutation = {
  segmentRestore: {
    position: number | null;
    id: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SegmentPartsFragment = {
  id: string;
  entity: Entity;
  name: string;
  description: string;
  tags: Array<string>;
  sharing: ViewSharing;
  teamId: string | null;
  ownerId: string;
  ownerName: string | null;
  filter: Json;
  active: boolean;
  archived: boolean;
  members: number;
  changedAt: string;
  refreshedAt: string | null;
  settled: boolean;
  behindSince: string | null;
  createdAt: string;
  updatedAt: string;
  mayEdit: boolean;
  mayShare: boolean;
};

export type SegmentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: SegmentFilterInput | null | undefined;
}>;

export type SegmentListQuery = {
  segments: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        entity: Entity;
        name: string;
        description: string;
        tags: Array<string>;
        sharing: ViewSharing;
        teamId: string | null;
        ownerId: string;
        ownerName: string | null;
        filter: Json;
        active: boolean;
        archived: boolean;
        members: number;
        changedAt: string;
        refreshedAt: string | null;
        settled: boolean;
        behindSince: string | null;
        createdAt: string;
        updatedAt: string;
        mayEdit: boolean;
        mayShare: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type SegmentCountQueryVariables = Exact<{
  filter?: SegmentFilterInput | null | undefined;
}>;

export type SegmentCountQuery = { segments: { totalCount: number } };

export type SegmentQueryVariables = Exact<{
  id: string;
}>;

export type SegmentQuery = {
  segment: {
    id: string;
    entity: Entity;
    name: string;
    description: string;
    tags: Array<string>;
    sharing: ViewSharing;
    teamId: string | null;
    ownerId: string;
    ownerName: string | null;
    filter: Json;
    active: boolean;
    archived: boolean;
    members: number;
    changedAt: string;
    refreshedAt: string | null;
    settled: boolean;
    behindSince: string | null;
    createdAt: string;
    updatedAt: string;
    mayEdit: boolean;
    mayShare: boolean;
    usedBy: Array<{ id: string; name: string | null }>;
  } | null;
};

export type SegmentPreviewQueryVariables = Exact<{
  entity: Entity;
  filter: Json;
  sample: number;
}>;

export type SegmentPreviewQuery = {
  segmentPreview: {
    count: number;
    contacts: Array<{
      id: string;
      fullName: string | null;
      email: string | null;
      erased: boolean;
      jobTitle: string | null;
      accountName: string | null;
      country: string | null;
    }>;
    accounts: Array<{
      id: string;
      name: string | null;
      domain: string | null;
      industry: string | null;
      hqCountry: string | null;
    }>;
  };
};

export type SegmentBreakdownQueryVariables = Exact<{
  entity: Entity;
  filter: Json;
}>;

export type SegmentBreakdownQuery = {
  segmentBreakdown: {
    count: number;
    charts: Array<{
      field: string;
      otherValues: number;
      others: number;
      none: number;
      groups: Array<{ value: string; count: number }>;
    }>;
  };
};

export type SegmentReachQueryVariables = Exact<{
  filter: Json;
}>;

export type SegmentReachQuery = {
  segmentReach: {
    count: number;
    channels: Array<{
      channel: ConsentChannel;
      reachable: number;
      reachableFilter: Json;
      excluded: Array<{ reason: SegmentExclusionReason; count: number; filter: Json }>;
    }>;
  };
};

export type SegmentMemberPartsFragment = {
  recordId: string;
  enteredAt: string;
  leftAt: string | null;
  contact: {
    fullName: string | null;
    email: string | null;
    erased: boolean;
    jobTitle: string | null;
    accountName: string | null;
  } | null;
  account: { name: string | null; domain: string | null; industry: string | null; hqCountry: string | null } | null;
};

export type SegmentMembersQueryVariables = Exact<{
  id: string;
  at?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type SegmentMembersQuery = {
  segmentMembers: {
    edges: Array<{
      node: {
        recordId: string;
        enteredAt: string;
        leftAt: string | null;
        contact: {
          fullName: string | null;
          email: string | null;
          erased: boolean;
          jobTitle: string | null;
          accountName: string | null;
        } | null;
        account: {
          name: string | null;
          domain: string | null;
          industry: string | null;
          hqCountry: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type SegmentMemberCountQueryVariables = Exact<{
  id: string;
  at?: string | null | undefined;
}>;

export type SegmentMemberCountQuery = { segmentMembers: { totalCount: number } };

export type SegmentMovedQueryVariables = Exact<{
  id: string;
  moved: SegmentMove;
  since: string;
  first: number;
  after?: string | null | undefined;
}>;

export type SegmentMovedQuery = {
  segmentMoved: {
    edges: Array<{
      node: {
        recordId: string;
        enteredAt: string;
        leftAt: string | null;
        contact: {
          fullName: string | null;
          email: string | null;
          erased: boolean;
          jobTitle: string | null;
          accountName: string | null;
        } | null;
        account: {
          name: string | null;
          domain: string | null;
          industry: string | null;
          hqCountry: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type SegmentMovesQueryVariables = Exact<{
  id: string;
  since: string;
}>;

export type SegmentMovesQuery = { segmentMoves: { entered: number; left: number } };

export type SegmentDaysQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
}>;

export type SegmentDaysQuery = { segmentDays: Array<{ day: string; members: number; entered: number; left: number }> };

export type SegmentWhyQueryVariables = Exact<{
  id: string;
  recordId: string;
}>;

export type SegmentWhyQuery = {
  segmentWhy: {
    member: boolean;
    fulfils: boolean;
    conditions: Array<{ sentence: string; holds: boolean | null }>;
    stays: Array<{
      enteredAt: string;
      leftAt: string | null;
      enteredBecause: { cause: string; conditions: Array<{ sentence: string; holds: boolean | null }> };
      leftBecause: { cause: string; conditions: Array<{ sentence: string; holds: boolean | null }> } | null;
    }>;
  };
};

export type SegmentReasonPartsFragment = {
  cause: string;
  conditions: Array<{ sentence: string; holds: boolean | null }>;
};

export type SurvivorshipShownFragment = {
  entity: Entity;
  isDefault: boolean;
  changedAt: string | null;
  everywhere: Array<Array<SurvivorshipSource>>;
  sources: Array<{ source: SurvivorshipSource; label: string }>;
  fields: Array<{ field: string; label: string; order: Array<Array<SurvivorshipSource>> }>;
  preview: {
    id: string;
    everywhere: Array<Array<SurvivorshipSource>>;
    startedAt: string;
    running: boolean;
    records: number | null;
    changed: number | null;
    expiresAt: string | null;
    appliedBy: string | null;
    fields: Array<{ field: string; label: string; order: Array<Array<SurvivorshipSource>> }>;
    progress: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
    counts: Array<{ field: string; label: string; count: number }> | null;
  } | null;
};

export type SurvivorshipRulesQueryVariables = Exact<{
  entity: Entity;
}>;

export type SurvivorshipRulesQuery = {
  survivorship: {
    entity: Entity;
    isDefault: boolean;
    changedAt: string | null;
    everywhere: Array<Array<SurvivorshipSource>>;
    sources: Array<{ source: SurvivorshipSource; label: string }>;
    fields: Array<{ field: string; label: string; order: Array<Array<SurvivorshipSource>> }>;
    preview: {
      id: string;
      everywhere: Array<Array<SurvivorshipSource>>;
      startedAt: string;
      running: boolean;
      records: number | null;
      changed: number | null;
      expiresAt: string | null;
      appliedBy: string | null;
      fields: Array<{ field: string; label: string; order: Array<Array<SurvivorshipSource>> }>;
      progress: {
        done: number;
        total: number | null;
        rate: number | null;
        etaSeconds: number | null;
        phase: string | null;
      } | null;
      counts: Array<{ field: string; label: string; count: number }> | null;
    } | null;
  };
};

export type SurvivorshipPreviewRowsQueryVariables = Exact<{
  entity: Entity;
  first: number;
  after?: string | null | undefined;
}>;

export type SurvivorshipPreviewRowsQuery = {
  survivorshipPreviewRows: {
    endCursor: string | null;
    hasNextPage: boolean;
    rows: Array<{
      recordId: string;
      name: string | null;
      fields: Array<{
        field: string;
        label: string;
        now: Json | null;
        nowSource: SurvivorshipSource;
        nowAt: string;
        then: Json | null;
        thenSource: SurvivorshipSource;
        thenAt: string;
      }>;
    }>;
  };
};

export type SurvivorshipChangeMutationVariables = Exact<{
  input: SurvivorshipInput;
  expected?: SurvivorshipInput | null | undefined;
}>;

export type SurvivorshipChangeMutation = {
  survivorshipChange: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type SurvivorshipPreviewMutationVariables = Exact<{
  input: SurvivorshipInput;
}>;

export type SurvivorshipPreviewMutation = {
  survivorshipPreview: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type SurvivorshipCancelPreviewMutationVariables = Exact<{
  entity: Entity;
}>;

export type SurvivorshipCancelPreviewMutation = {
  survivorshipCancelPreview: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type SurvivorshipApplyMutationVariables = Exact<{
  entity: Entity;
  preview: string;
}>;

export type SurvivorshipApplyMutation = {
  survivorshipApply: {
    bulkId: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignAudienceHealthQueryVariables = Exact<{
  id?: string | null | undefined;
  include?: Array<AudienceSourceInput> | AudienceSourceInput | null | undefined;
  exclude?: Array<AudienceSourceInput> | AudienceSourceInput | null | undefined;
  clientId?: string | null | undefined;
}>;

export type CampaignAudienceHealthQuery = {
  campaignAudienceHealth: {
    total: number;
    reachable: number;
    zonesUnknown: number;
    asOf: string;
    excluded: Array<{ reason: string; label: string; count: number }>;
    domains: Array<{ domain: string; count: number }>;
  };
};

export type CampaignSourceCountQueryVariables = Exact<{
  include?: Array<AudienceSourceInput> | AudienceSourceInput | null | undefined;
}>;

export type CampaignSourceCountQuery = { campaignAudienceHealth: { total: number } };

export type CampaignPreflightQueryVariables = Exact<{
  id: string;
}>;

export type CampaignPreflightQuery = {
  campaignPreflight: Array<{ code: string; level: PreflightLevel; message: string; step: string; detail: Json | null }>;
};

export type CampaignEstimateQueryVariables = Exact<{
  id: string;
  reachable?: number | null | undefined;
}>;

export type CampaignEstimateQuery = {
  campaignEstimate: { startsAt: string | null; endsAbout: string | null; words: string };
};

export type CampaignLinksQueryVariables = Exact<{
  id: string;
}>;

export type CampaignLinksQuery = {
  campaignLinks: Array<{ n: number; name: string | null; url: string; variant: string }>;
};

export type CampaignContentPreviewQueryVariables = Exact<{
  id: string;
  variant: string;
  contactId?: string | null | undefined;
}>;

export type CampaignContentPreviewQuery = {
  campaignContentPreview: {
    subject: string | null;
    preheader: string | null;
    html: string | null;
    text: string | null;
    bytes: number;
    emptyTags: Array<string>;
    problems: Array<{
      severity: EmailTemplateSeverity;
      code: string;
      part: EmailTemplatePart;
      line: number | null;
      message: string;
    }>;
  };
};

export type CampaignWrittenFragment = {
  position: number | null;
  campaign: { id: string } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type CampaignCreateMutationVariables = Exact<{
  input: CampaignCreateInput;
}>;

export type CampaignCreateMutation = {
  campaignCreate: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignCopyMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type CampaignCopyMutation = {
  campaignCopy: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignUpdateMutationVariables = Exact<{
  input: CampaignUpdateInput;
}>;

export type CampaignUpdateMutation = {
  campaignUpdate: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignAudienceDefineMutationVariables = Exact<{
  id: string;
  include: Array<AudienceSourceInput> | AudienceSourceInput;
  exclude?: Array<AudienceSourceInput> | AudienceSourceInput | null | undefined;
}>;

export type CampaignAudienceDefineMutation = {
  campaignAudienceDefine: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignContentDefineMutationVariables = Exact<{
  id: string;
  input: EmailContentInput;
}>;

export type CampaignContentDefineMutation = {
  campaignContentDefine: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignScheduleDefineMutationVariables = Exact<{
  id: string;
  input: CampaignScheduleInput;
}>;

export type CampaignScheduleDefineMutation = {
  campaignScheduleDefine: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignConfirmMutationVariables = Exact<{
  id: string;
  codes: Array<CampaignConfirmationCode> | CampaignConfirmationCode;
}>;

export type CampaignConfirmMutation = {
  campaignConfirm: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignSeedTestMutationVariables = Exact<{
  id: string;
  to: Array<string> | string;
  contactId?: string | null | undefined;
}>;

export type CampaignSeedTestMutation = {
  campaignSeedTest: {
    position: number | null;
    sentTo: Array<string>;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignLaunchMutationVariables = Exact<{
  id: string;
  idempotencyKey?: string | null | undefined;
}>;

export type CampaignLaunchMutation = {
  campaignLaunch: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignScheduleMutationVariables = Exact<{
  id: string;
}>;

export type CampaignScheduleMutation = {
  campaignSchedule: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignUnscheduleMutationVariables = Exact<{
  id: string;
}>;

export type CampaignUnscheduleMutation = {
  campaignUnschedule: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignPauseMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;

export type CampaignPauseMutation = {
  campaignPause: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignResumeMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
  acceptedAfterRestore: boolean;
}>;

export type CampaignResumeMutation = {
  campaignResume: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignStopMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;

export type CampaignStopMutation = {
  campaignStop: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignTakeRetryMutationVariables = Exact<{
  id: string;
}>;

export type CampaignTakeRetryMutation = {
  campaignTakeRetry: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignTopUpMutationVariables = Exact<{
  id: string;
}>;

export type CampaignTopUpMutation = {
  campaignTopUp: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignPaceChangeMutationVariables = Exact<{
  id: string;
  perSecond?: number | null | undefined;
  windows?: CampaignWindowsInput | null | undefined;
}>;

export type CampaignPaceChangeMutation = {
  campaignPaceChange: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignWinnerChooseMutationVariables = Exact<{
  id: string;
  variant: string;
}>;

export type CampaignWinnerChooseMutation = {
  campaignWinnerChoose: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignArchiveMutationVariables = Exact<{
  id: string;
}>;

export type CampaignArchiveMutation = {
  campaignArchive: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignRestoreMutationVariables = Exact<{
  id: string;
}>;

export type CampaignRestoreMutation = {
  campaignRestore: {
    position: number | null;
    campaign: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type CampaignRowFragment = {
  id: string;
  channel: CampaignChannel;
  name: string;
  state: CampaignState;
  archived: boolean;
  tags: Array<string>;
  ownerName: string | null;
  clientName: string | null;
  brandName: string | null;
  audienceCount: number;
  startAt: string | null;
  launchedAt: string | null;
  endedAt: string | null;
  createdAt: string;
  updatedAt: string;
  pausedBecause: { reason: CampaignPauseReason; words: string; at: string } | null;
};

export type AudienceSourcePartsFragment = {
  kind: AudienceSourceKind;
  id: string | null;
  entity: Entity | null;
  name: string | null;
  filter: Json | null;
  fuzzy: boolean;
  timeZone: string | null;
  who: CampaignWho | null;
  sentence: string;
  gone: boolean;
};

export type CampaignPartsFragment = {
  brandId: string;
  clientId: string | null;
  ownerId: string;
  teamId: string | null;
  taking: number | null;
  takeStands: boolean;
  winner: string | null;
  id: string;
  channel: CampaignChannel;
  name: string;
  state: CampaignState;
  archived: boolean;
  tags: Array<string>;
  ownerName: string | null;
  clientName: string | null;
  brandName: string | null;
  audienceCount: number;
  startAt: string | null;
  launchedAt: string | null;
  endedAt: string | null;
  createdAt: string;
  updatedAt: string;
  audience: {
    sentence: string;
    include: Array<{
      kind: AudienceSourceKind;
      id: string | null;
      entity: Entity | null;
      name: string | null;
      filter: Json | null;
      fuzzy: boolean;
      timeZone: string | null;
      who: CampaignWho | null;
      sentence: string;
      gone: boolean;
    }>;
    exclude: Array<{
      kind: AudienceSourceKind;
      id: string | null;
      entity: Entity | null;
      name: string | null;
      filter: Json | null;
      fuzzy: boolean;
      timeZone: string | null;
      who: CampaignWho | null;
      sentence: string;
      gone: boolean;
    }>;
  };
  content: {
    senderId: string;
    senderName: string | null;
    trackOpens: boolean;
    trackLinks: boolean;
    digest: string;
    variants: Array<{
      key: string;
      templateId: string;
      templateName: string | null;
      version: number;
      subject: string | null;
      weight: number;
    }>;
    test: {
      metric: WinnerMetric;
      sharePercent: number;
      minutes: number;
      automatic: boolean;
      otherwiseWait: boolean;
    } | null;
    utm: { source: string; medium: string; campaign: string; term: string; content: string } | null;
    namedLinks: Array<{ n: number; name: string }>;
  } | null;
  schedule: {
    at: string | null;
    zone: string;
    inRecipientsZone: boolean;
    endsAt: string | null;
    perSecond: number | null;
    respectsCap: boolean;
    startsAt: string | null;
    windows: { days: Array<boolean>; fromMinute: number; toMinute: number } | null;
  } | null;
  confirmations: Array<{ code: CampaignConfirmationCode; wording: string; confirmed: boolean; byName: string | null }>;
  seedTested: { at: string; to: Array<string>; variants: Array<string>; current: boolean } | null;
  pace: {
    perSecond: number | null;
    windows: { days: Array<boolean>; fromMinute: number; toMinute: number } | null;
  } | null;
  versions: Array<{
    version: number;
    asOf: string;
    position: number;
    count: number;
    accounts: number;
    hash: string;
    sentence: string;
    excluded: Array<{ reason: string; label: string; count: number }>;
  }>;
  may: {
    archive: string | null;
    changePace: string | null;
    edit: string | null;
    launch: string | null;
    pause: string | null;
    rename: string | null;
    restore: string | null;
    resume: string | null;
    stop: string | null;
    topUp: string | null;
    unschedule: string | null;
  };
  pausedBecause: { reason: CampaignPauseReason; words: string; at: string } | null;
};

export type CampaignListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: CampaignsFilter | null | undefined;
  sort?: RecordSort | null | undefined;
}>;

export type CampaignListQuery = {
  campaigns: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        channel: CampaignChannel;
        name: string;
        state: CampaignState;
        archived: boolean;
        tags: Array<string>;
        ownerName: string | null;
        clientName: string | null;
        brandName: string | null;
        audienceCount: number;
        startAt: string | null;
        launchedAt: string | null;
        endedAt: string | null;
        createdAt: string;
        updatedAt: string;
        pausedBecause: { reason: CampaignPauseReason; words: string; at: string } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type CampaignCountQueryVariables = Exact<{
  filter?: CampaignsFilter | null | undefined;
}>;

export type CampaignCountQuery = { campaigns: { totalCount: number } };

export type CampaignQueryVariables = Exact<{
  id: string;
}>;

export type CampaignQuery = {
  campaign: {
    brandId: string;
    clientId: string | null;
    ownerId: string;
    teamId: string | null;
    taking: number | null;
    takeStands: boolean;
    winner: string | null;
    id: string;
    channel: CampaignChannel;
    name: string;
    state: CampaignState;
    archived: boolean;
    tags: Array<string>;
    ownerName: string | null;
    clientName: string | null;
    brandName: string | null;
    audienceCount: number;
    startAt: string | null;
    launchedAt: string | null;
    endedAt: string | null;
    createdAt: string;
    updatedAt: string;
    audience: {
      sentence: string;
      include: Array<{
        kind: AudienceSourceKind;
        id: string | null;
        entity: Entity | null;
        name: string | null;
        filter: Json | null;
        fuzzy: boolean;
        timeZone: string | null;
        who: CampaignWho | null;
        sentence: string;
        gone: boolean;
      }>;
      exclude: Array<{
        kind: AudienceSourceKind;
        id: string | null;
        entity: Entity | null;
        name: string | null;
        filter: Json | null;
        fuzzy: boolean;
        timeZone: string | null;
        who: CampaignWho | null;
        sentence: string;
        gone: boolean;
      }>;
    };
    content: {
      senderId: string;
      senderName: string | null;
      trackOpens: boolean;
      trackLinks: boolean;
      digest: string;
      variants: Array<{
        key: string;
        templateId: string;
        templateName: string | null;
        version: number;
        subject: string | null;
        weight: number;
      }>;
      test: {
        metric: WinnerMetric;
        sharePercent: number;
        minutes: number;
        automatic: boolean;
        otherwiseWait: boolean;
      } | null;
      utm: { source: string; medium: string; campaign: string; term: string; content: string } | null;
      namedLinks: Array<{ n: number; name: string }>;
    } | null;
    schedule: {
      at: string | null;
      zone: string;
      inRecipientsZone: boolean;
      endsAt: string | null;
      perSecond: number | null;
      respectsCap: boolean;
      startsAt: string | null;
      windows: { days: Array<boolean>; fromMinute: number; toMinute: number } | null;
    } | null;
    confirmations: Array<{
      code: CampaignConfirmationCode;
      wording: string;
      confirmed: boolean;
      byName: string | null;
    }>;
    seedTested: { at: string; to: Array<string>; variants: Array<string>; current: boolean } | null;
    pace: {
      perSecond: number | null;
      windows: { days: Array<boolean>; fromMinute: number; toMinute: number } | null;
    } | null;
    versions: Array<{
      version: number;
      asOf: string;
      position: number;
      count: number;
      accounts: number;
      hash: string;
      sentence: string;
      excluded: Array<{ reason: string; label: string; count: number }>;
    }>;
    may: {
      archive: string | null;
      changePace: string | null;
      edit: string | null;
      launch: string | null;
      pause: string | null;
      rename: string | null;
      restore: string | null;
      resume: string | null;
      stop: string | null;
      topUp: string | null;
      unschedule: string | null;
    };
    pausedBecause: { reason: CampaignPauseReason; words: string; at: string } | null;
  } | null;
};

export type CampaignChangedSubscriptionVariables = Exact<{
  id: string;
}>;

export type CampaignChangedSubscription = {
  campaignChanged: {
    brandId: string;
    clientId: string | null;
    ownerId: string;
    teamId: string | null;
    taking: number | null;
    takeStands: boolean;
    winner: string | null;
    id: string;
    channel: CampaignChannel;
    name: string;
    state: CampaignState;
    archived: boolean;
    tags: Array<string>;
    ownerName: string | null;
    clientName: string | null;
    brandName: string | null;
    audienceCount: number;
    startAt: string | null;
    launchedAt: string | null;
    endedAt: string | null;
    createdAt: string;
    updatedAt: string;
    audience: {
      sentence: string;
      include: Array<{
        kind: AudienceSourceKind;
        id: string | null;
        entity: Entity | null;
        name: string | null;
        filter: Json | null;
        fuzzy: boolean;
        timeZone: string | null;
        who: CampaignWho | null;
        sentence: string;
        gone: boolean;
      }>;
      exclude: Array<{
        kind: AudienceSourceKind;
        id: string | null;
        entity: Entity | null;
        name: string | null;
        filter: Json | null;
        fuzzy: boolean;
        timeZone: string | null;
        who: CampaignWho | null;
        sentence: string;
        gone: boolean;
      }>;
    };
    content: {
      senderId: string;
      senderName: string | null;
      trackOpens: boolean;
      trackLinks: boolean;
      digest: string;
      variants: Array<{
        key: string;
        templateId: string;
        templateName: string | null;
        version: number;
        subject: string | null;
        weight: number;
      }>;
      test: {
        metric: WinnerMetric;
        sharePercent: number;
        minutes: number;
        automatic: boolean;
        otherwiseWait: boolean;
      } | null;
      utm: { source: string; medium: string; campaign: string; term: string; content: string } | null;
      namedLinks: Array<{ n: number; name: string }>;
    } | null;
    schedule: {
      at: string | null;
      zone: string;
      inRecipientsZone: boolean;
      endsAt: string | null;
      perSecond: number | null;
      respectsCap: boolean;
      startsAt: string | null;
      windows: { days: Array<boolean>; fromMinute: number; toMinute: number } | null;
    } | null;
    confirmations: Array<{
      code: CampaignConfirmationCode;
      wording: string;
      confirmed: boolean;
      byName: string | null;
    }>;
    seedTested: { at: string; to: Array<string>; variants: Array<string>; current: boolean } | null;
    pace: {
      perSecond: number | null;
      windows: { days: Array<boolean>; fromMinute: number; toMinute: number } | null;
    } | null;
    versions: Array<{
      version: number;
      asOf: string;
      position: number;
      count: number;
      accounts: number;
      hash: string;
      sentence: string;
      excluded: Array<{ reason: string; label: string; count: number }>;
    }>;
    may: {
      archive: string | null;
      changePace: string | null;
      edit: string | null;
      launch: string | null;
      pause: string | null;
      rename: string | null;
      restore: string | null;
      resume: string | null;
      stop: string | null;
      topUp: string | null;
      unschedule: string | null;
    };
    pausedBecause: { reason: CampaignPauseReason; words: string; at: string } | null;
  };
};

export type SendingSwitchPartsFragment = {
  stopped: boolean;
  since: string | null;
  byName: string | null;
  reason: string | null;
};

export type SendingSwitchNowQueryVariables = Exact<{ [key: string]: never }>;

export type SendingSwitchNowQuery = {
  sendingSwitch: { stopped: boolean; since: string | null; byName: string | null; reason: string | null };
};

export type SendingSwitchChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type SendingSwitchChangedSubscription = {
  sendingSwitchChanged: { stopped: boolean; since: string | null; byName: string | null; reason: string | null };
};

export type SendingStopMutationVariables = Exact<{
  reason?: string | null | undefined;
}>;

export type SendingStopMutation = {
  sendingStop: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type SendingAllowMutationVariables = Exact<{ [key: string]: never }>;

export type SendingAllowMutation = {
  sendingAllow: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type CampaignTestStandingQueryVariables = Exact<{
  id: string;
}>;

export type CampaignTestStandingQuery = {
  campaignTest: {
    metric: WinnerMetric;
    endsAt: string | null;
    winner: string | null;
    beingJudged: number;
    minimum: number;
    enough: boolean;
    test: string;
    words: string;
    variants: Array<{
      key: string;
      reached: number;
      successes: number;
      percent: number;
      lowPercent: number;
      highPercent: number;
      p: number | null;
    }>;
  } | null;
};

export type EmailReplyAssignMutationVariables = Exact<{
  id: string;
  userId?: string | null | undefined;
}>;

export type EmailReplyAssignMutation = {
  emailReplyAssign: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailReplyDoneMutationVariables = Exact<{
  id: string;
}>;

export type EmailReplyDoneMutation = {
  emailReplyDone: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailReplyReopenMutationVariables = Exact<{
  id: string;
}>;

export type EmailReplyReopenMutation = {
  emailReplyReopen: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailReplyMatchMutationVariables = Exact<{
  id: string;
  contactId: string;
}>;

export type EmailReplyMatchMutation = {
  emailReplyMatch: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailReplyShownFragment = {
  id: string;
  at: string;
  kind: EmailReplyKind;
  matched: EmailReplyMatch;
  done: boolean;
  forgotten: boolean;
  address: string;
  name: string | null;
  subject: string;
  awayUntil: string | null;
  contactId: string | null;
  contactName: string | null;
  campaignId: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
};

export type EmailReplyListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: EmailRepliesFilter | null | undefined;
}>;

export type EmailReplyListQuery = {
  emailReplies: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        at: string;
        kind: EmailReplyKind;
        matched: EmailReplyMatch;
        done: boolean;
        forgotten: boolean;
        address: string;
        name: string | null;
        subject: string;
        awayUntil: string | null;
        contactId: string | null;
        contactName: string | null;
        campaignId: string | null;
        assigneeId: string | null;
        assigneeName: string | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type EmailReplyCountQueryVariables = Exact<{
  filter?: EmailRepliesFilter | null | undefined;
}>;

export type EmailReplyCountQuery = { emailReplies: { totalCount: number } };

export type EmailReplyOneQueryVariables = Exact<{
  id: string;
}>;

export type EmailReplyOneQuery = {
  emailReply: {
    text: string;
    id: string;
    at: string;
    kind: EmailReplyKind;
    matched: EmailReplyMatch;
    done: boolean;
    forgotten: boolean;
    address: string;
    name: string | null;
    subject: string;
    awayUntil: string | null;
    contactId: string | null;
    contactName: string | null;
    campaignId: string | null;
    assigneeId: string | null;
    assigneeName: string | null;
  } | null;
};

export type EmailReplyCampaignQueryVariables = Exact<{
  id: string;
}>;

export type EmailReplyCampaignQuery = { campaign: { name: string } | null };

export type EmailReplyAssigneesQueryVariables = Exact<{ [key: string]: never }>;

export type EmailReplyAssigneesQuery = { taskAssignees: Array<{ id: string; name: string }> };

export type EmailFiguresShownFragment = {
  sent: number;
  accepted: number;
  delivered: number;
  reached: number;
  bouncedHard: number;
  bouncedSoft: number;
  dropped: number;
  complained: number;
  unsubscribed: number;
  replied: number;
  autoReplied: number;
  opened: number;
  clicked: number;
  opens: number;
  clicks: number;
  machineOpened: number;
  machineClicked: number;
  machineOpens: number;
  machineClicks: number;
  unjudged: number;
};

export type EmailReportOfQueryVariables = Exact<{
  id: string;
  by: EmailReportBy;
}>;

export type EmailReportOfQuery = {
  emailReport: {
    stale: boolean;
    total: {
      sent: number;
      accepted: number;
      delivered: number;
      reached: number;
      bouncedHard: number;
      bouncedSoft: number;
      dropped: number;
      complained: number;
      unsubscribed: number;
      replied: number;
      autoReplied: number;
      opened: number;
      clicked: number;
      opens: number;
      clicks: number;
      machineOpened: number;
      machineClicked: number;
      machineOpens: number;
      machineClicks: number;
      unjudged: number;
    };
    rows: Array<{
      variant: string | null;
      hour: string | null;
      domain: string | null;
      link: number | null;
      name: string | null;
      figures: {
        sent: number;
        accepted: number;
        delivered: number;
        reached: number;
        bouncedHard: number;
        bouncedSoft: number;
        dropped: number;
        complained: number;
        unsubscribed: number;
        replied: number;
        autoReplied: number;
        opened: number;
        clicked: number;
        opens: number;
        clicks: number;
        machineOpened: number;
        machineClicked: number;
        machineOpens: number;
        machineClicks: number;
        unjudged: number;
      };
    }>;
    rest: {
      sent: number;
      accepted: number;
      delivered: number;
      reached: number;
      bouncedHard: number;
      bouncedSoft: number;
      dropped: number;
      complained: number;
      unsubscribed: number;
      replied: number;
      autoReplied: number;
      opened: number;
      clicked: number;
      opens: number;
      clicks: number;
      machineOpened: number;
      machineClicked: number;
      machineOpens: number;
      machineClicks: number;
      unjudged: number;
    } | null;
  } | null;
};

export type EmailReportsComparedQueryVariables = Exact<{
  ids: Array<string> | string;
}>;

export type EmailReportsComparedQuery = {
  emailReports: Array<{
    campaignId: string;
    name: string;
    launchedAt: string | null;
    ledger: { audience: number; excluded: number; failed: number; unknown: number; pending: number };
    total: {
      sent: number;
      accepted: number;
      delivered: number;
      reached: number;
      bouncedHard: number;
      bouncedSoft: number;
      dropped: number;
      complained: number;
      unsubscribed: number;
      replied: number;
      autoReplied: number;
      opened: number;
      clicked: number;
      opens: number;
      clicks: number;
      machineOpened: number;
      machineClicked: number;
      machineOpens: number;
      machineClicks: number;
      unjudged: number;
    };
  }>;
};

export type SenderCreateMutationVariables = Exact<{
  input: SenderInput;
}>;

export type SenderCreateMutation = {
  senderCreate: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type SenderChangeMutationVariables = Exact<{
  id: string;
  input: SenderInput;
}>;

export type SenderChangeMutation = {
  senderChange: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type SenderArchiveMutationVariables = Exact<{
  id: string;
}>;

export type SenderArchiveMutation = {
  senderArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SenderRestoreMutationVariables = Exact<{
  id: string;
}>;

export type SenderRestoreMutation = {
  senderRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SenderCheckMutationVariables = Exact<{
  id: string;
}>;

export type SenderCheckMutation = {
  senderCheck: { jobId: string | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type EmailBrandCreateMutationVariables = Exact<{
  input: EmailBrandInput;
}>;

export type EmailBrandCreateMutation = {
  emailBrandCreate: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailBrandChangeMutationVariables = Exact<{
  id: string;
  input: EmailBrandInput;
}>;

export type EmailBrandChangeMutation = {
  emailBrandChange: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailBrandSetDefaultMutationVariables = Exact<{
  id: string;
  senderId?: string | null | undefined;
}>;

export type EmailBrandSetDefaultMutation = {
  emailBrandSetDefault: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailBrandArchiveMutationVariables = Exact<{
  id: string;
}>;

export type EmailBrandArchiveMutation = {
  emailBrandArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailBrandRestoreMutationVariables = Exact<{
  id: string;
}>;

export type EmailBrandRestoreMutation = {
  emailBrandRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SendersPageQueryVariables = Exact<{ [key: string]: never }>;

export type SendersPageQuery = {
  senderProfiles: Array<{
    id: string;
    fromName: string;
    fromAddress: string;
    brandName: string;
    isDefault: boolean;
    providerName: string;
    account: string;
    archived: boolean;
    health: SenderVerdict | null;
    checkedAt: string | null;
  }>;
  emailBrands: Array<{
    id: string;
    name: string;
    logoUrl: string | null;
    colour: string | null;
    defaultSenderId: string | null;
    senderCount: number;
    archived: boolean;
  }>;
};

export type SenderPageQueryVariables = Exact<{
  id: string;
}>;

export type SenderPageQuery = {
  senderProfile: {
    id: string;
    fromName: string;
    fromAddress: string;
    replyTo: string | null;
    brandId: string;
    brandName: string;
    isDefault: boolean;
    physicalAddress: string;
    trackingDomain: string | null;
    providerName: string;
    account: string;
    dkimSelector: string | null;
    dkimRecord: string | null;
    archived: boolean;
    health: SenderVerdict | null;
    checkedAt: string | null;
    ramp: {
      firstDay: string;
      startPerDay: number;
      growthPercent: number;
      limitPerDay: number;
      allowedToday: number;
    } | null;
    checks: Array<{
      subject: SenderCheckSubject;
      title: string;
      verdict: SenderVerdict;
      words: string;
      found: string | null;
      publish: { name: string; kind: DnsRecordKind; value: string } | null;
    }>;
  } | null;
  senderHistory: Array<{ position: number; title: string; text: string | null; at: string; actorName: string | null }>;
};

export type SenderAccountsQueryVariables = Exact<{ [key: string]: never }>;

export type SenderAccountsQuery = { senderAccounts: Array<{ name: string; providerName: string }> };

export type EmailBrandHistoryQueryVariables = Exact<{
  id: string;
}>;

export type EmailBrandHistoryQuery = {
  emailBrandHistory: Array<{
    position: number;
    title: string;
    text: string | null;
    at: string;
    actorName: string | null;
  }>;
};

export type EmailUnknownSettleMutationVariables = Exact<{
  input: EmailUnknownSettleInput;
}>;

export type EmailUnknownSettleMutation = {
  emailUnknownSettle: {
    position: number | null;
    settled: number;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailPolicySetMutationVariables = Exact<{
  input: EmailPolicyInput;
}>;

export type EmailPolicySetMutation = {
  emailPolicySet: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailRecipientPartsFragment = {
  contactId: string;
  accountId: string | null;
  version: number;
  variant: string | null;
  state: EmailLedgerState;
  reason: string | null;
  reasonLabel: string | null;
  suppressionId: string | null;
  domain: string | null;
  messageId: string | null;
  sentAt: string | null;
  attempts: number;
  settledBy: string | null;
  at: string;
  responses: Array<EmailSignalKind>;
  contact: {
    id: string;
    fullName: string | null;
    email: string | null;
    erased: boolean;
    archived: boolean;
    jobTitle: string | null;
    accountId: string | null;
    accountName: string | null;
  } | null;
};

export type EmailLedgerQueryVariables = Exact<{
  campaignId: string;
}>;

export type EmailLedgerQuery = {
  emailLedger: {
    audience: number;
    pending: number;
    handingOver: number;
    sent: number;
    excluded: number;
    failed: number;
    unknown: number;
    balanced: boolean;
    stale: boolean;
    reasons: Array<{ state: EmailLedgerState; reason: string; label: string; count: number }>;
  } | null;
};

export type EmailRecipientListQueryVariables = Exact<{
  campaignId: string;
  first: number;
  after?: string | null | undefined;
  filter?: EmailRecipientsFilter | null | undefined;
}>;

export type EmailRecipientListQuery = {
  emailRecipients: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        contactId: string;
        accountId: string | null;
        version: number;
        variant: string | null;
        state: EmailLedgerState;
        reason: string | null;
        reasonLabel: string | null;
        suppressionId: string | null;
        domain: string | null;
        messageId: string | null;
        sentAt: string | null;
        attempts: number;
        settledBy: string | null;
        at: string;
        responses: Array<EmailSignalKind>;
        contact: {
          id: string;
          fullName: string | null;
          email: string | null;
          erased: boolean;
          archived: boolean;
          jobTitle: string | null;
          accountId: string | null;
          accountName: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type EmailRecipientCountQueryVariables = Exact<{
  campaignId: string;
  filter?: EmailRecipientsFilter | null | undefined;
}>;

export type EmailRecipientCountQuery = { emailRecipients: { totalCount: number } };

export type EmailRecipientQueryVariables = Exact<{
  campaignId: string;
  contactId: string;
}>;

export type EmailRecipientQuery = {
  emailRecipient: {
    contactId: string;
    accountId: string | null;
    version: number;
    variant: string | null;
    state: EmailLedgerState;
    reason: string | null;
    reasonLabel: string | null;
    suppressionId: string | null;
    domain: string | null;
    messageId: string | null;
    sentAt: string | null;
    attempts: number;
    settledBy: string | null;
    at: string;
    responses: Array<EmailSignalKind>;
    contact: {
      id: string;
      fullName: string | null;
      email: string | null;
      erased: boolean;
      archived: boolean;
      jobTitle: string | null;
      accountId: string | null;
      accountName: string | null;
    } | null;
  } | null;
};

export type EmailRecipientStepsQueryVariables = Exact<{
  campaignId: string;
  contactId: string;
}>;

export type EmailRecipientStepsQuery = {
  emailRecipientSteps: Array<{
    kind: EmailSignalKind;
    at: string;
    code: string | null;
    link: number | null;
    linkName: string | null;
    byProgram: boolean | null;
  }>;
};

export type EmailPolicyNowQueryVariables = Exact<{ [key: string]: never }>;

export type EmailPolicyNowQuery = {
  emailPolicy: {
    perSecond: number | null;
    warnComplaintsPercent: number;
    pauseComplaintsPercent: number;
    pauseHardBouncesPercent: number;
    pauseBouncesPercent: number;
    setAt: string | null;
    domains: Array<{ domain: string; perSecond: number }>;
    cap: { count: number; days: number } | null;
    softBounces: { bounces: number; withinDays: number; overDays: number; restDays: number };
  };
};

export type EmailTemplateChangedFragment = {
  position: number | null;
  emailTemplate: { id: string; revision: number } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type EmailTemplateCreateMutationVariables = Exact<{
  input: EmailTemplateCreateInput;
}>;

export type EmailTemplateCreateMutation = {
  emailTemplateCreate: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateUpdateMutationVariables = Exact<{
  input: EmailTemplateUpdateInput;
}>;

export type EmailTemplateUpdateMutation = {
  emailTemplateUpdate: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateSaveMutationVariables = Exact<{
  input: EmailTemplateSaveInput;
}>;

export type EmailTemplateSaveMutation = {
  emailTemplateSave: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateSubmitMutationVariables = Exact<{
  id: string;
}>;

export type EmailTemplateSubmitMutation = {
  emailTemplateSubmit: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateApproveMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type EmailTemplateApproveMutation = {
  emailTemplateApprove: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateReturnMutationVariables = Exact<{
  input: EmailTemplateReturnInput;
}>;

export type EmailTemplateReturnMutation = {
  emailTemplateReturn: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateArchiveMutationVariables = Exact<{
  id: string;
}>;

export type EmailTemplateArchiveMutation = {
  emailTemplateArchive: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateRestoreMutationVariables = Exact<{
  id: string;
}>;

export type EmailTemplateRestoreMutation = {
  emailTemplateRestore: {
    position: number | null;
    emailTemplate: { id: string; revision: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplateSendTestMutationVariables = Exact<{
  input: EmailTemplateTestInput;
}>;

export type EmailTemplateSendTestMutation = {
  emailTemplateSendTest: {
    sentTo: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailSnippetChangedFragment = {
  position: number | null;
  emailSnippet: { id: string; version: number } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type EmailSnippetCreateMutationVariables = Exact<{
  input: EmailSnippetCreateInput;
}>;

export type EmailSnippetCreateMutation = {
  emailSnippetCreate: {
    position: number | null;
    emailSnippet: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailSnippetSaveMutationVariables = Exact<{
  input: EmailSnippetSaveInput;
}>;

export type EmailSnippetSaveMutation = {
  emailSnippetSave: {
    position: number | null;
    emailSnippet: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailSnippetArchiveMutationVariables = Exact<{
  id: string;
}>;

export type EmailSnippetArchiveMutation = {
  emailSnippetArchive: {
    position: number | null;
    emailSnippet: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailSnippetRestoreMutationVariables = Exact<{
  id: string;
}>;

export type EmailSnippetRestoreMutation = {
  emailSnippetRestore: {
    position: number | null;
    emailSnippet: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailTemplatePartsFragment = {
  id: string;
  name: string;
  brand: string | null;
  tags: Array<string>;
  status: EmailTemplateStatus;
  archived: boolean;
  revision: number;
  versions: number;
  approvedVersion: number | null;
  savedByName: string | null;
  savedAt: string;
  updatedAt: string;
  mayEdit: boolean;
  mayApprove: boolean;
};

export type EmailTemplateListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  before?: string | null | undefined;
  filter?: EmailTemplatesFilter | null | undefined;
  sort?: RecordSort | null | undefined;
}>;

export type EmailTemplateListQuery = {
  emailTemplates: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        brand: string | null;
        tags: Array<string>;
        status: EmailTemplateStatus;
        archived: boolean;
        revision: number;
        versions: number;
        approvedVersion: number | null;
        savedByName: string | null;
        savedAt: string;
        updatedAt: string;
        mayEdit: boolean;
        mayApprove: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type EmailTemplateCountQueryVariables = Exact<{
  filter?: EmailTemplatesFilter | null | undefined;
}>;

export type EmailTemplateCountQuery = { emailTemplates: { totalCount: number } };

export type EmailTemplateQueryVariables = Exact<{
  id: string;
}>;

export type EmailTemplateQuery = {
  emailTemplate: {
    id: string;
    name: string;
    brand: string | null;
    tags: Array<string>;
    status: EmailTemplateStatus;
    archived: boolean;
    revision: number;
    versions: number;
    approvedVersion: number | null;
    savedByName: string | null;
    savedAt: string;
    updatedAt: string;
    mayEdit: boolean;
    mayApprove: boolean;
  } | null;
};

export type EmailTemplateContentQueryVariables = Exact<{
  id: string;
  version?: number | null | undefined;
}>;

export type EmailTemplateContentQuery = {
  emailTemplateContent: {
    subject: string;
    preheader: string;
    mjml: string;
    blocks: Json | null;
    text: string | null;
  } | null;
};

export type EmailTemplateVersionsQueryVariables = Exact<{
  id: string;
}>;

export type EmailTemplateVersionsQuery = {
  emailTemplateVersions: Array<{
    number: number;
    standing: EmailTemplateStanding;
    submittedById: string;
    submittedByName: string | null;
    submittedAt: string;
    decidedByName: string | null;
    decidedAt: string | null;
    reason: string | null;
    snippets: Array<{ snippetId: string; name: string; version: number }>;
  }>;
};

export type EmailTemplatePreviewQueryVariables = Exact<{
  input: EmailTemplatePreviewInput;
}>;

export type EmailTemplatePreviewQuery = {
  emailTemplatePreview: {
    subject: string | null;
    preheader: string | null;
    html: string | null;
    text: string | null;
    bytes: number;
    emptyTags: Array<string>;
    problems: Array<{
      severity: EmailTemplateSeverity;
      code: string;
      part: EmailTemplatePart;
      line: number | null;
      message: string;
    }>;
  };
};

export type EmailMergeTagsQueryVariables = Exact<{ [key: string]: never }>;

export type EmailMergeTagsQuery = { emailMergeTags: Array<{ path: string; label: string; group: EmailMergeTagGroup }> };

export type EmailSnippetPartsFragment = {
  id: string;
  brandId: string;
  brandName: string;
  name: string;
  version: number;
  blocks: Json;
  archived: boolean;
  savedByName: string | null;
  savedAt: string;
  mayEdit: boolean;
  usedBy: Array<{ id: string; name: string }>;
};

export type EmailSnippetListQueryVariables = Exact<{ [key: string]: never }>;

export type EmailSnippetListQuery = {
  emailSnippets: Array<{
    id: string;
    brandId: string;
    brandName: string;
    name: string;
    version: number;
    blocks: Json;
    archived: boolean;
    savedByName: string | null;
    savedAt: string;
    mayEdit: boolean;
    usedBy: Array<{ id: string; name: string }>;
  }>;
};

export type EmailSnippetQueryVariables = Exact<{
  id: string;
}>;

export type EmailSnippetQuery = {
  emailSnippet: {
    id: string;
    brandId: string;
    brandName: string;
    name: string;
    version: number;
    blocks: Json;
    archived: boolean;
    savedByName: string | null;
    savedAt: string;
    mayEdit: boolean;
    usedBy: Array<{ id: string; name: string }>;
  } | null;
};

export type EmailSnippetVersionsQueryVariables = Exact<{
  id: string;
}>;

export type EmailSnippetVersionsQuery = {
  emailSnippetVersions: Array<{ number: number; blocks: Json; savedByName: string | null; savedAt: string }>;
};

export type DashboardCountsQueryVariables = Exact<{
  contacts: boolean;
  accounts: boolean;
  recent?: ContactFilter | null | undefined;
}>;

export type DashboardCountsQuery = {
  contacts?: { totalCount: number };
  recent?: { totalCount: number };
  accounts?: { totalCount: number };
};

export type DashboardPeopleQueryVariables = Exact<{
  users: boolean;
  clients: boolean;
}>;

export type DashboardPeopleQuery = { users?: { totalCount: number }; clients?: { totalCount: number } };

export type DashboardTeamQueryVariables = Exact<{ [key: string]: never }>;

export type DashboardTeamQuery = {
  users: { totalCount: number; edges: Array<{ node: { id: string; name: string; email: string } }> };
};

export type FirstStepsQueryVariables = Exact<{ [key: string]: never }>;

export type FirstStepsQuery = {
  firstSteps: {
    contact: boolean | null;
    account: boolean | null;
    import: boolean | null;
    colleague: boolean | null;
    client: boolean | null;
  };
};

export type SampleDataQueryVariables = Exact<{ [key: string]: never }>;

export type SampleDataQuery = { sampleData: { present: boolean; accounts: number; contacts: number; users: number } };

export type SampleDataAddMutationVariables = Exact<{ [key: string]: never }>;

export type SampleDataAddMutation = {
  sampleDataAdd: {
    status: { present: boolean } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SampleDataRemoveMutationVariables = Exact<{ [key: string]: never }>;

export type SampleDataRemoveMutation = {
  sampleDataRemove: {
    status: { present: boolean } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type AccessRulesSetMutationVariables = Exact<{
  input: AccessRulesSetInput;
}>;

export type AccessRulesSetMutation = {
  accessRulesSet: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type AccessRulesQueryVariables = Exact<{ [key: string]: never }>;

export type AccessRulesQuery = { accessRules: { secondStepFor: SecondStepFor } };

export type ApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;

export type ApiKeyCreateMutation = {
  apiKeyCreate: {
    secret: string | null;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ApiKeyRevokeMutationVariables = Exact<{
  id: string;
}>;

export type ApiKeyRevokeMutation = {
  apiKeyRevoke: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ApiKeyListQueryVariables = Exact<{ [key: string]: never }>;

export type ApiKeyListQuery = {
  apiKeys: Array<{
    id: string;
    name: string;
    prefix: string;
    scopes: Array<string>;
    state: ApiKeyState;
    madeBy: string | null;
    expiresAt: string | null;
    lastUsedAt: string | null;
    lastUsedIp: string | null;
  }>;
};

export type ApiKeyScopesQueryVariables = Exact<{ [key: string]: never }>;

export type ApiKeyScopesQuery = { apiKeyScopes: Array<{ permission: string; act: string }> };

export type ClientCreateMutationVariables = Exact<{
  input: ClientCreateInput;
}>;

export type ClientCreateMutation = {
  clientCreate: {
    position: number | null;
    client: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientRenameMutationVariables = Exact<{
  input: ClientRenameInput;
}>;

export type ClientRenameMutation = {
  clientRename: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ClientChangeMutationVariables = Exact<{
  input: ClientChangeInput;
}>;

export type ClientChangeMutation = {
  clientChange: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ClientAssignOwnerMutationVariables = Exact<{
  id: string;
  ownerId?: string | null | undefined;
}>;

export type ClientAssignOwnerMutation = {
  clientAssignOwner: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientArchiveMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;

export type ClientArchiveMutation = {
  clientArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientRestoreMutationVariables = Exact<{
  id: string;
}>;

export type ClientRestoreMutation = {
  clientRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientSetTermsMutationVariables = Exact<{
  input: ClientTermsInput;
}>;

export type ClientSetTermsMutation = {
  clientSetTerms: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientWithdrawTermsMutationVariables = Exact<{
  id: string;
  seen: number;
}>;

export type ClientWithdrawTermsMutation = {
  clientWithdrawTerms: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientBrandAddMutationVariables = Exact<{
  id: string;
  brandId: string;
  name: string;
  website?: string | null | undefined;
}>;

export type ClientBrandAddMutation = {
  clientBrandAdd: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientBrandChangeMutationVariables = Exact<{
  id: string;
  brandId: string;
  name: string;
  website?: string | null | undefined;
}>;

export type ClientBrandChangeMutation = {
  clientBrandChange: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientBrandArchiveMutationVariables = Exact<{
  id: string;
  brandId: string;
}>;

export type ClientBrandArchiveMutation = {
  clientBrandArchive: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientBrandRestoreMutationVariables = Exact<{
  id: string;
  brandId: string;
}>;

export type ClientBrandRestoreMutation = {
  clientBrandRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientListAddMutationVariables = Exact<{
  id: string;
  listId: string;
  name: string;
}>;

export type ClientListAddMutation = {
  clientListAdd: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientListRenameMutationVariables = Exact<{
  id: string;
  listId: string;
  name: string;
}>;

export type ClientListRenameMutation = {
  clientListRename: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientListRemoveMutationVariables = Exact<{
  id: string;
  listId: string;
}>;

export type ClientListRemoveMutation = {
  clientListRemove: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientListRestoreMutationVariables = Exact<{
  id: string;
  listId: string;
}>;

export type ClientListRestoreMutation = {
  clientListRestore: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientListUnfillMutationVariables = Exact<{
  id: string;
  listId: string;
  fileId: string;
}>;

export type ClientListUnfillMutation = {
  clientListUnfill: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientViewBeginMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type ClientViewBeginMutation = {
  clientViewBegin: {
    until: string | null;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ClientListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  wanted?: ClientsWanted | null | undefined;
}>;

export type ClientListQuery = {
  clients: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        archived: boolean;
        website: string | null;
        ownerName: string | null;
        createdAt: string;
        userCount: number;
        brandCount: number;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ClientCountQueryVariables = Exact<{
  wanted?: ClientsWanted | null | undefined;
}>;

export type ClientCountQuery = { clients: { totalCount: number } };

export type ClientPageQueryVariables = Exact<{
  id: string;
}>;

export type ClientPageQuery = {
  client: {
    id: string;
    name: string;
    archived: boolean;
    createdAt: string;
    userCount: number;
    ownerId: string | null;
    ownerName: string | null;
  } | null;
  clientRecord: {
    legalName: string | null;
    website: string | null;
    country: string | null;
    billingReference: string | null;
    note: string | null;
    archivedAt: string | null;
    archiveReason: string | null;
    termsVersion: number;
    suppressionCount: number;
    terms: {
      pacingLeads: number | null;
      pacingPer: PacingPer | null;
      price: string | null;
      currency: string | null;
      capPerCompany: number | null;
      overDelivery: OverDelivery;
      duplicatesWithin: DuplicatesWithin;
      lookBackDays: number | null;
      returnWindowDays: number;
    } | null;
    brands: Array<{ id: string; name: string; website: string | null; archived: boolean }>;
    lists: Array<{
      id: string;
      name: string;
      entries: number | null;
      filledAt: string | null;
      fileName: string | null;
    }>;
  } | null;
};

export type ClientHistoryQueryVariables = Exact<{
  id: string;
}>;

export type ClientHistoryQuery = {
  clientHistory: Array<{
    position: number;
    eventType: string;
    title: string;
    at: string;
    actorName: string | null;
    text: string | null;
    termsVersion: number | null;
    terms: {
      pacingLeads: number | null;
      pacingPer: PacingPer | null;
      price: string | null;
      currency: string | null;
      capPerCompany: number | null;
      overDelivery: OverDelivery;
      duplicatesWithin: DuplicatesWithin;
      lookBackDays: number | null;
      returnWindowDays: number;
    } | null;
  }>;
};

export type TermsShownFragment = {
  pacingLeads: number | null;
  pacingPer: PacingPer | null;
  price: string | null;
  currency: string | null;
  capPerCompany: number | null;
  overDelivery: OverDelivery;
  duplicatesWithin: DuplicatesWithin;
  lookBackDays: number | null;
  returnWindowDays: number;
};

export type ClientUsersQueryVariables = Exact<{
  id: string;
}>;

export type ClientUsersQuery = {
  clientUsers: Array<{ id: string; name: string; email: string; active: boolean; lastLoginAt: string | null }>;
  clientInvitations: Array<{
    id: string;
    email: string;
    state: InvitationState;
    sentAt: string;
    invitedBy: string | null;
  }>;
};

export type ClientOwnersQueryVariables = Exact<{ [key: string]: never }>;

export type ClientOwnersQuery = { taskAssignees: Array<{ id: string; name: string }> };

export type InvitationSendMutationVariables = Exact<{
  input: InvitationSendInput;
}>;

export type InvitationSendMutation = {
  invitationSend: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type InvitationResendMutationVariables = Exact<{
  id: string;
}>;

export type InvitationResendMutation = {
  invitationResend: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type InvitationRevokeMutationVariables = Exact<{
  id: string;
}>;

export type InvitationRevokeMutation = {
  invitationRevoke: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ColleagueInviteMutationVariables = Exact<{
  email: string;
}>;

export type ColleagueInviteMutation = {
  colleagueInvite: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ColleagueInvitationResendMutationVariables = Exact<{
  id: string;
}>;

export type ColleagueInvitationResendMutation = {
  colleagueInvitationResend: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ColleagueInvitationRevokeMutationVariables = Exact<{
  id: string;
}>;

export type ColleagueInvitationRevokeMutation = {
  colleagueInvitationRevoke: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type InvitationListQueryVariables = Exact<{ [key: string]: never }>;

export type InvitationListQuery = {
  invitations: Array<{
    id: string;
    email: string;
    role: Role;
    state: InvitationState;
    sentAt: string;
    expiresAt: string;
    invitedBy: string | null;
    client: { id: string; name: string } | null;
  }>;
};

export type ColleagueInvitationsQueryVariables = Exact<{
  id: string;
}>;

export type ColleagueInvitationsQuery = {
  clientInvitations: Array<{ id: string; email: string; state: InvitationState; sentAt: string }>;
};

export type ProfileChangeMutationVariables = Exact<{
  input: ProfileChangeInput;
}>;

export type ProfileChangeMutation = {
  profileChange: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;

export type PasswordChangeMutation = {
  passwordChange: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type EmailChangeAskMutationVariables = Exact<{
  input: EmailChangeAskInput;
}>;

export type EmailChangeAskMutation = {
  emailChangeAsk: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  me: {
    id: string;
    name: string;
    email: string;
    role: Role;
    development: boolean;
    owesSecondStep: boolean;
    preferences: Json;
    viewingUntil: string | null;
    teams: Array<{ id: string; name: string; archived: boolean }>;
    client: { id: string; name: string } | null;
    permissions: Array<{ permission: string; scope: string }>;
  };
};

export type SecondFactorQueryVariables = Exact<{ [key: string]: never }>;

export type SecondFactorQuery = { secondFactor: { enabled: boolean; recoveryCodesLeft: number } };

export type SecondFactorBeginMutationVariables = Exact<{
  input: SecondFactorPasswordInput;
}>;

export type SecondFactorBeginMutation = {
  secondFactorBegin: {
    secret: string | null;
    qr: { size: number; path: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SecondFactorConfirmMutationVariables = Exact<{
  input: SecondFactorConfirmInput;
}>;

export type SecondFactorConfirmMutation = {
  secondFactorConfirm: {
    recoveryCodes: Array<string> | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type RecoveryCodesRenewMutationVariables = Exact<{
  input: SecondFactorPasswordInput;
}>;

export type RecoveryCodesRenewMutation = {
  recoveryCodesRenew: {
    recoveryCodes: Array<string> | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SecondFactorDisableMutationVariables = Exact<{
  input: SecondFactorPasswordInput;
}>;

export type SecondFactorDisableMutation = {
  secondFactorDisable: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotificationsMarkReadMutationVariables = Exact<{
  input: NotificationsMarkReadInput;
}>;

export type NotificationsMarkReadMutation = {
  notificationsMarkRead: {
    unread: number | null;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotificationsMarkAllReadMutationVariables = Exact<{ [key: string]: never }>;

export type NotificationsMarkAllReadMutation = {
  notificationsMarkAllRead: {
    unread: number | null;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotificationPreferencesSetMutationVariables = Exact<{
  input: NotificationPreferencesSetInput;
}>;

export type NotificationPreferencesSetMutation = {
  notificationPreferencesSet: {
    position: number | null;
    preferences: Array<{
      kind: string;
      label: string;
      hint: string;
      icon: string;
      inApp: boolean;
      emailAtOnce: boolean;
      emailDigest: boolean;
    }> | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotificationMailSetMutationVariables = Exact<{
  input: NotificationMailSetInput;
}>;

export type NotificationMailSetMutation = {
  notificationMailSet: {
    position: number | null;
    digest: { every: DigestEvery; hour: number; timeZone: string; nextAt: string | null; email: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotificationDigestSendNowMutationVariables = Exact<{ [key: string]: never }>;

export type NotificationDigestSendNowMutation = {
  notificationDigestSendNow: {
    sentTo: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotificationsUnreadQueryVariables = Exact<{ [key: string]: never }>;

export type NotificationsUnreadQuery = { unreadNotifications: number };

export type NotificationListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unreadOnly: boolean;
}>;

export type NotificationListQuery = {
  notifications: {
    edges: Array<{
      node: {
        id: number;
        kind: string;
        icon: string;
        tone: NotificationTone;
        title: string;
        text: string | null;
        link: string;
        toldAt: string;
        readAt: string | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type NotificationPreferencesQueryVariables = Exact<{ [key: string]: never }>;

export type NotificationPreferencesQuery = {
  notificationPreferences: Array<{
    kind: string;
    label: string;
    hint: string;
    icon: string;
    inApp: boolean;
    emailAtOnce: boolean;
    emailDigest: boolean;
  }>;
};

export type NotificationDigestQueryVariables = Exact<{ [key: string]: never }>;

export type NotificationDigestQuery = {
  notificationDigest: { every: DigestEvery; hour: number; timeZone: string; nextAt: string | null; email: string };
};

export type NotificationsChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type NotificationsChangedSubscription = { notificationsChanged: { count: number; newestId: number | null } };

export type SessionEndMutationVariables = Exact<{
  id: string;
}>;

export type SessionEndMutation = {
  sessionEnd: { ended: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type SessionsEndOthersMutationVariables = Exact<{ [key: string]: never }>;

export type SessionsEndOthersMutation = {
  sessionsEndOthers: {
    ended: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type UserSessionsEndMutationVariables = Exact<{
  input: UserSessionsEndInput;
}>;

export type UserSessionsEndMutation = {
  userSessionsEnd: { ended: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type MySessionsQueryVariables = Exact<{ [key: string]: never }>;

export type MySessionsQuery = {
  mySessions: Array<{ id: string; lastUsedAt: string; userAgent: string | null; ip: string | null; current: boolean }>;
};

export type TeamCreateMutationVariables = Exact<{
  input: TeamCreateInput;
}>;

export type TeamCreateMutation = {
  teamCreate: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type TeamRenameMutationVariables = Exact<{
  input: TeamRenameInput;
}>;

export type TeamRenameMutation = {
  teamRename: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type TeamArchiveMutationVariables = Exact<{
  id: string;
}>;

export type TeamArchiveMutation = {
  teamArchive: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type TeamRestoreMutationVariables = Exact<{
  id: string;
}>;

export type TeamRestoreMutation = {
  teamRestore: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type TeamMemberAddMutationVariables = Exact<{
  input: TeamMemberInput;
}>;

export type TeamMemberAddMutation = {
  teamMemberAdd: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TeamMemberRemoveMutationVariables = Exact<{
  input: TeamMemberInput;
}>;

export type TeamMemberRemoveMutation = {
  teamMemberRemove: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TeamListQueryVariables = Exact<{ [key: string]: never }>;

export type TeamListQuery = { teams: Array<{ id: string; name: string; archived: boolean; memberCount: number }> };

export type TeamPageQueryVariables = Exact<{
  id: string;
}>;

export type TeamPageQuery = {
  team: { id: string; name: string; archived: boolean; memberCount: number } | null;
  teamMembers: Array<{ id: string; name: string; email: string; role: Role; active: boolean }>;
  teamHistory: Array<{ position: number; title: string; text: string | null; at: string; actorName: string | null }>;
};

export type TeamCandidatesQueryVariables = Exact<{ [key: string]: never }>;

export type TeamCandidatesQuery = { taskAssignees: Array<{ id: string; name: string }> };

export type UserCreateMutationVariables = Exact<{
  input: UserCreateInput;
}>;

export type UserCreateMutation = {
  userCreate: {
    position: number | null;
    user: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type UserUpdateMutationVariables = Exact<{
  input: UserUpdateInput;
}>;

export type UserUpdateMutation = {
  userUpdate: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type UserDisableMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type UserDisableMutation = {
  userDisable: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type UserEnableMutationVariables = Exact<{
  input: RecordActionInput;
}>;

export type UserEnableMutation = {
  userEnable: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type UserEmailCorrectMutationVariables = Exact<{
  input: UserEmailCorrectInput;
}>;

export type UserEmailCorrectMutation = {
  userEmailCorrect: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type UserSecondFactorResetMutationVariables = Exact<{
  userId: string;
}>;

export type UserSecondFactorResetMutation = {
  userSecondFactorReset: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type UserShownFragment = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  secondFactor: boolean;
  createdAt: string;
  lastLoginAt: string | null;
  teams: Array<{ id: string; name: string }>;
  client: { id: string; name: string } | null;
};

export type UserOneQueryVariables = Exact<{
  id: string;
}>;

export type UserOneQuery = {
  user: {
    id: string;
    name: string;
    email: string;
    role: Role;
    active: boolean;
    secondFactor: boolean;
    createdAt: string;
    lastLoginAt: string | null;
    teams: Array<{ id: string; name: string }>;
    client: { id: string; name: string } | null;
  } | null;
};

export type UserListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type UserListQuery = {
  users: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        email: string;
        role: Role;
        active: boolean;
        secondFactor: boolean;
        createdAt: string;
        lastLoginAt: string | null;
        teams: Array<{ id: string; name: string }>;
        client: { id: string; name: string } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type UserCountQueryVariables = Exact<{ [key: string]: never }>;

export type UserCountQuery = { users: { totalCount: number } };

export type MailTestMutationVariables = Exact<{ [key: string]: never }>;

export type MailTestMutation = {
  mailTest: { sentTo: string | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type MailboxQueryVariables = Exact<{ [key: string]: never }>;

export type MailboxQuery = {
  mailbox: {
    via: string;
    kept: boolean;
    mails: Array<{ id: string; sentAt: string; toName: string; toAddress: string; subject: string }>;
  };
};

export type KeptMailQueryVariables = Exact<{
  id: string;
}>;

export type KeptMailQuery = {
  keptMail: { text: string; html: string | null; headers: Array<{ name: string; value: string }> } | null;
};

export type ProviderTestMutationVariables = Exact<{
  kind: ProviderKind;
}>;

export type ProviderTestMutation = {
  providerTest: {
    worked: boolean | null;
    message: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ProviderListQueryVariables = Exact<{ [key: string]: never }>;

export type ProviderListQuery = {
  providers: Array<{ kind: ProviderKind; state: ProviderState; name: string | null; testable: boolean }>;
};

export type ProjectionRetryMutationVariables = Exact<{
  input: ProjectionActionInput;
}>;

export type ProjectionRetryMutation = {
  projectionRetry: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ProjectionParkMutationVariables = Exact<{
  input: ProjectionActionInput;
}>;

export type ProjectionParkMutation = {
  projectionPark: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ProjectionRebuildMutationVariables = Exact<{
  input: ProjectionActionInput;
}>;

export type ProjectionRebuildMutation = {
  projectionRebuild: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type JobCancelMutationVariables = Exact<{
  input: JobActionInput;
}>;

export type JobCancelMutation = {
  jobCancel: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type JobRetryMutationVariables = Exact<{
  input: JobActionInput;
}>;

export type JobRetryMutation = {
  jobRetry: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type ProjectionListQueryVariables = Exact<{ [key: string]: never }>;

export type ProjectionListQuery = {
  projections: Array<{
    name: string;
    version: number;
    state: ProjectionState;
    position: number;
    headPosition: number;
    lagEvents: number;
    lagSeconds: number;
    error: string | null;
    failedPosition: number | null;
    failedEventType: string | null;
    parkedEvents: number;
    updatedAt: string | null;
    rebuild: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  }>;
};

export type ProjectionLineFragment = {
  name: string;
  version: number;
  state: ProjectionState;
  position: number;
  headPosition: number;
  lagEvents: number;
  lagSeconds: number;
  error: string | null;
  failedPosition: number | null;
  failedEventType: string | null;
  parkedEvents: number;
  updatedAt: string | null;
  rebuild: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  } | null;
};

export type LogStatusQueryVariables = Exact<{ [key: string]: never }>;

export type LogStatusQuery = {
  logStatus: {
    headPosition: number;
    events: number;
    facts: number;
    epoch: string;
    sealedTo: number;
    bus: string;
    relayPosition: number;
    relayLag: number;
  };
};

export type JobLineFragment = {
  id: string;
  kind: string;
  title: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  error: string | null;
  runAt: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  createdBy: string | null;
  cancellable: boolean;
  link: string | null;
  progress: {
    done: number;
    total: number | null;
    rate: number | null;
    etaSeconds: number | null;
    phase: string | null;
  };
};

export type JobListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: JobState | null | undefined;
}>;

export type JobListQuery = {
  jobs: {
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        kind: string;
        title: string;
        state: JobState;
        attempts: number;
        maxAttempts: number;
        error: string | null;
        runAt: string;
        createdAt: string;
        startedAt: string | null;
        finishedAt: string | null;
        createdBy: string | null;
        cancellable: boolean;
        link: string | null;
        progress: {
          done: number;
          total: number | null;
          rate: number | null;
          etaSeconds: number | null;
          phase: string | null;
        };
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type JobCountQueryVariables = Exact<{
  state?: JobState | null | undefined;
}>;

export type JobCountQuery = { jobs: { totalCount: number } };

export type RoutineJobsQueryVariables = Exact<{ [key: string]: never }>;

export type RoutineJobsQuery = {
  routineJobs: Array<{
    kind: string;
    label: string;
    waiting: number;
    running: number;
    done: number;
    parked: number;
    lastFinishedAt: string | null;
  }>;
};

export type ProjectionsChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type ProjectionsChangedSubscription = {
  projectionsChanged: Array<{
    name: string;
    version: number;
    state: ProjectionState;
    position: number;
    headPosition: number;
    lagEvents: number;
    lagSeconds: number;
    error: string | null;
    failedPosition: number | null;
    failedEventType: string | null;
    parkedEvents: number;
    updatedAt: string | null;
    rebuild: {
      done: number;
      total: number | null;
      rate: number | null;
      etaSeconds: number | null;
      phase: string | null;
    } | null;
  }>;
};

export type JobsChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type JobsChangedSubscription = { jobsChanged: Array<{ id: string; state: JobState }> };

export type ConsentRuleSetMutationVariables = Exact<{
  input: ConsentRuleSetInput;
}>;

export type ConsentRuleSetMutation = {
  consentRuleSet: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ConsentRuleRemoveMutationVariables = Exact<{
  country: string;
}>;

export type ConsentRuleRemoveMutation = {
  consentRuleRemove: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ConsentRulesQueryVariables = Exact<{ [key: string]: never }>;

export type ConsentRulesQuery = {
  consentRules: Array<{
    country: string;
    name: string;
    email: ConsentPreset;
    phone: ConsentPreset;
    changedAt: string | null;
    changedBy: string | null;
    note: string | null;
  }>;
  consentRuleChanges: Array<{
    position: number;
    country: string;
    name: string;
    note: string | null;
    at: string;
    actorName: string | null;
    rule: { email: ConsentPreset; phone: ConsentPreset } | null;
    previous: { email: ConsentPreset; phone: ConsentPreset } | null;
  }>;
};

export type ConsentRecordMutationVariables = Exact<{
  input: ConsentRecordInput;
}>;

export type ConsentRecordMutation = {
  consentRecord: {
    statementIds: Array<string>;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ConsentWithdrawMutationVariables = Exact<{
  input: ConsentWithdrawInput;
}>;

export type ConsentWithdrawMutation = {
  consentWithdraw: {
    suppressed: number;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ConsentTakeBackMutationVariables = Exact<{
  input: ConsentTakeBackInput;
}>;

export type ConsentTakeBackMutation = {
  consentTakeBack: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type ConsentShownFragment = {
  id: string;
  contactId: string;
  personId: string;
  contactLabel: string;
  contactEmail: string | null;
  accountName: string | null;
  country: string | null;
  channel: ConsentChannel;
  standing: ConsentStanding;
  standingLabel: string;
  state: ConsentState;
  givenAt: string;
  origin: string | null;
  wording: string | null;
  reference: string | null;
  url: string | null;
  ip: string | null;
  note: string | null;
  fileName: string | null;
  fileSize: number | null;
  recordedAt: string;
  recordedBy: string | null;
  takenBackAt: string | null;
  takenBackBy: string | null;
  takenBackWhy: string | null;
  erased: boolean;
};

export type ConsentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ConsentFilter | null | undefined;
}>;

export type ConsentListQuery = {
  consents: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        contactId: string;
        personId: string;
        contactLabel: string;
        contactEmail: string | null;
        accountName: string | null;
        country: string | null;
        channel: ConsentChannel;
        standing: ConsentStanding;
        standingLabel: string;
        state: ConsentState;
        givenAt: string;
        origin: string | null;
        wording: string | null;
        reference: string | null;
        url: string | null;
        ip: string | null;
        note: string | null;
        fileName: string | null;
        fileSize: number | null;
        recordedAt: string;
        recordedBy: string | null;
        takenBackAt: string | null;
        takenBackBy: string | null;
        takenBackWhy: string | null;
        erased: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type ConsentCountQueryVariables = Exact<{
  filter?: ConsentFilter | null | undefined;
}>;

export type ConsentCountQuery = { consents: { totalCount: number } };

export type ConsentOneQueryVariables = Exact<{
  id: string;
}>;

export type ConsentOneQuery = {
  consent: {
    id: string;
    contactId: string;
    personId: string;
    contactLabel: string;
    contactEmail: string | null;
    accountName: string | null;
    country: string | null;
    channel: ConsentChannel;
    standing: ConsentStanding;
    standingLabel: string;
    state: ConsentState;
    givenAt: string;
    origin: string | null;
    wording: string | null;
    reference: string | null;
    url: string | null;
    ip: string | null;
    note: string | null;
    fileName: string | null;
    fileSize: number | null;
    recordedAt: string;
    recordedBy: string | null;
    takenBackAt: string | null;
    takenBackBy: string | null;
    takenBackWhy: string | null;
    erased: boolean;
  } | null;
};

export type ContactConsentQueryVariables = Exact<{
  id: string;
  at?: string | null | undefined;
}>;

export type ContactConsentQuery = {
  contactConsent: {
    channels: Array<{
      channel: ConsentChannel;
      standing: ConsentStanding;
      standingLabel: string;
      permits: boolean;
      why: ConsentWhy;
      statementId: string | null;
      countryName: string | null;
    }>;
    statements: Array<{
      id: string;
      contactId: string;
      personId: string;
      contactLabel: string;
      contactEmail: string | null;
      accountName: string | null;
      country: string | null;
      channel: ConsentChannel;
      standing: ConsentStanding;
      standingLabel: string;
      state: ConsentState;
      givenAt: string;
      origin: string | null;
      wording: string | null;
      reference: string | null;
      url: string | null;
      ip: string | null;
      note: string | null;
      fileName: string | null;
      fileSize: number | null;
      recordedAt: string;
      recordedBy: string | null;
      takenBackAt: string | null;
      takenBackBy: string | null;
      takenBackWhy: string | null;
      erased: boolean;
    }>;
  } | null;
};

export type LegalHoldPlaceMutationVariables = Exact<{
  input: LegalHoldPlaceInput;
}>;

export type LegalHoldPlaceMutation = {
  legalHoldPlace: {
    id: string | null;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type LegalHoldLiftMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type LegalHoldLiftMutation = {
  legalHoldLift: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type LegalHoldShownFragment = {
  id: string;
  scope: LegalHoldScope;
  recordId: string | null;
  data: LegalHoldData | null;
  label: string;
  reason: string | null;
  reference: string | null;
  since: string;
  placedBy: string | null;
  standing: boolean;
  liftedAt: string | null;
  liftedBy: string | null;
  liftReason: string | null;
  erased: boolean;
};

export type LegalHoldListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: LegalHoldFilter | null | undefined;
}>;

export type LegalHoldListQuery = {
  legalHolds: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        scope: LegalHoldScope;
        recordId: string | null;
        data: LegalHoldData | null;
        label: string;
        reason: string | null;
        reference: string | null;
        since: string;
        placedBy: string | null;
        standing: boolean;
        liftedAt: string | null;
        liftedBy: string | null;
        liftReason: string | null;
        erased: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type LegalHoldCountQueryVariables = Exact<{
  filter?: LegalHoldFilter | null | undefined;
}>;

export type LegalHoldCountQuery = { legalHolds: { totalCount: number } };

export type LegalHoldOneQueryVariables = Exact<{
  id: string;
}>;

export type LegalHoldOneQuery = {
  legalHold: {
    id: string;
    scope: LegalHoldScope;
    recordId: string | null;
    data: LegalHoldData | null;
    label: string;
    reason: string | null;
    reference: string | null;
    since: string;
    placedBy: string | null;
    standing: boolean;
    liftedAt: string | null;
    liftedBy: string | null;
    liftReason: string | null;
    erased: boolean;
  } | null;
};

export type LegalHoldsOfQueryVariables = Exact<{
  entity: Entity;
  id: string;
}>;

export type LegalHoldsOfQuery = {
  legalHoldsOf: Array<{
    id: string;
    scope: LegalHoldScope;
    recordId: string | null;
    data: LegalHoldData | null;
    label: string;
    reason: string | null;
    reference: string | null;
    since: string;
    placedBy: string | null;
    standing: boolean;
    liftedAt: string | null;
    liftedBy: string | null;
    liftReason: string | null;
    erased: boolean;
  }>;
};

export type PrivacyRequestReceiveMutationVariables = Exact<{
  input: PrivacyRequestReceiveInput;
}>;

export type PrivacyRequestReceiveMutation = {
  privacyRequestReceive: {
    requestId: string | null;
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PrivacyRequestAssignMutationVariables = Exact<{
  input: PrivacyRequestAssignInput;
}>;

export type PrivacyRequestAssignMutation = {
  privacyRequestAssign: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PrivacyRequestBeginMutationVariables = Exact<{
  input: PrivacyRequestActionInput;
}>;

export type PrivacyRequestBeginMutation = {
  privacyRequestBegin: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PrivacyRequestExtendMutationVariables = Exact<{
  input: PrivacyRequestReasonInput;
}>;

export type PrivacyRequestExtendMutation = {
  privacyRequestExtend: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PrivacyRequestAnswerMutationVariables = Exact<{
  input: PrivacyRequestAnswerInput;
}>;

export type PrivacyRequestAnswerMutation = {
  privacyRequestAnswer: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PrivacyRequestRefuseMutationVariables = Exact<{
  input: PrivacyRequestReasonInput;
}>;

export type PrivacyRequestRefuseMutation = {
  privacyRequestRefuse: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type PrivacyRequestShownFragment = {
  id: string;
  kind: PrivacyRequestKind;
  state: PrivacyRequestState;
  urgency: PrivacyRequestUrgency;
  cameBy: PrivacyRequestCameBy;
  receivedAt: string;
  dueAt: string;
  extended: boolean;
  extensionWhy: string | null;
  personLabel: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  contactId: string | null;
  note: string | null;
  identity: string | null;
  refusal: string | null;
  assigneeId: string | null;
  assignee: string | null;
  answering: boolean;
  answeredBy: string | null;
  settledAt: string | null;
  hashes: Array<string>;
  fileSize: number | null;
  fileExpiresAt: string | null;
  hasProof: boolean;
  forgotten: boolean;
  recordedAt: string;
  recordedBy: string | null;
  holdings: {
    contacts: number;
    events: number;
    consents: number;
    suppressions: number;
    tasks: number;
    notes: number;
    imports: number;
    exports: number;
    importRows: number;
  } | null;
};

export type PrivacyRequestListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PrivacyRequestFilter | null | undefined;
}>;

export type PrivacyRequestListQuery = {
  privacyRequests: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        kind: PrivacyRequestKind;
        state: PrivacyRequestState;
        urgency: PrivacyRequestUrgency;
        cameBy: PrivacyRequestCameBy;
        receivedAt: string;
        dueAt: string;
        extended: boolean;
        extensionWhy: string | null;
        personLabel: string;
        name: string | null;
        email: string | null;
        phone: string | null;
        contactId: string | null;
        note: string | null;
        identity: string | null;
        refusal: string | null;
        assigneeId: string | null;
        assignee: string | null;
        answering: boolean;
        answeredBy: string | null;
        settledAt: string | null;
        hashes: Array<string>;
        fileSize: number | null;
        fileExpiresAt: string | null;
        hasProof: boolean;
        forgotten: boolean;
        recordedAt: string;
        recordedBy: string | null;
        holdings: {
          contacts: number;
          events: number;
          consents: number;
          suppressions: number;
          tasks: number;
          notes: number;
          imports: number;
          exports: number;
          importRows: number;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type PrivacyRequestCountQueryVariables = Exact<{
  filter?: PrivacyRequestFilter | null | undefined;
}>;

export type PrivacyRequestCountQuery = { privacyRequests: { totalCount: number } };

export type PrivacyRequestsWaitingQueryVariables = Exact<{ [key: string]: never }>;

export type PrivacyRequestsWaitingQuery = {
  privacyRequestsWaiting: { unsettled: number; soon: number; overdue: number };
};

export type PrivacyRequestOneQueryVariables = Exact<{
  id: string;
}>;

export type PrivacyRequestOneQuery = {
  privacyRequest: {
    id: string;
    kind: PrivacyRequestKind;
    state: PrivacyRequestState;
    urgency: PrivacyRequestUrgency;
    cameBy: PrivacyRequestCameBy;
    receivedAt: string;
    dueAt: string;
    extended: boolean;
    extensionWhy: string | null;
    personLabel: string;
    name: string | null;
    email: string | null;
    phone: string | null;
    contactId: string | null;
    note: string | null;
    identity: string | null;
    refusal: string | null;
    assigneeId: string | null;
    assignee: string | null;
    answering: boolean;
    answeredBy: string | null;
    settledAt: string | null;
    hashes: Array<string>;
    fileSize: number | null;
    fileExpiresAt: string | null;
    hasProof: boolean;
    forgotten: boolean;
    recordedAt: string;
    recordedBy: string | null;
    holdings: {
      contacts: number;
      events: number;
      consents: number;
      suppressions: number;
      tasks: number;
      notes: number;
      imports: number;
      exports: number;
      importRows: number;
    } | null;
  } | null;
};

export type PrivacyRequestStepsQueryVariables = Exact<{
  id: string;
}>;

export type PrivacyRequestStepsQuery = {
  privacyRequestSteps: Array<{ position: number; title: string; text: string | null; at: string; by: string | null }>;
};

export type PrivacyRequestFoundQueryVariables = Exact<{
  id: string;
}>;

export type PrivacyRequestFoundQuery = {
  privacyRequestFound: {
    holdings: {
      contacts: number;
      events: number;
      consents: number;
      suppressions: number;
      tasks: number;
      notes: number;
      imports: number;
      exports: number;
      importRows: number;
    };
    contacts: Array<{ id: string; label: string }>;
  } | null;
};

export type PrivacyRequestWaitsForQueryVariables = Exact<{
  id: string;
}>;

export type PrivacyRequestWaitsForQuery = { privacyRequestWaitsFor: Array<string> };

export type PrivacyRequestAssigneesQueryVariables = Exact<{ [key: string]: never }>;

export type PrivacyRequestAssigneesQuery = { taskAssignees: Array<{ id: string; name: string }> };

export type RetentionDryRunStartMutationVariables = Exact<{
  kind: RetentionKind;
  keep: RetentionKeepInput;
}>;

export type RetentionDryRunStartMutation = {
  retentionDryRunStart: {
    jobId: string | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type RetentionRuleSetMutationVariables = Exact<{
  input: RetentionRuleSetInput;
}>;

export type RetentionRuleSetMutation = {
  retentionRuleSet: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type RetentionRunNowMutationVariables = Exact<{ [key: string]: never }>;

export type RetentionRunNowMutation = {
  retentionRunNow: { jobId: string | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type RetentionCancelMutationVariables = Exact<{
  input: JobActionInput;
}>;

export type RetentionCancelMutation = {
  jobCancel: { userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type RetentionQueryVariables = Exact<{ [key: string]: never }>;

export type RetentionQuery = {
  retentionRules: Array<{
    kind: RetentionKind;
    label: string;
    deletes: string;
    mayBeForever: boolean;
    onHold: boolean;
    changedAt: string | null;
    changedBy: string | null;
    note: string | null;
    keep: { count: number | null; unit: RetentionUnit | null; label: string };
  }>;
  retentionRuleChanges: Array<{
    position: number;
    kind: RetentionKind;
    label: string;
    note: string | null;
    at: string;
    actorName: string | null;
    keep: { label: string };
    previous: { label: string };
  }>;
  retentionRuns: Array<{
    id: string;
    endedAt: string;
    askedBy: string | null;
    cancelled: boolean;
    deleted: number;
    held: number;
    kinds: Array<{
      kind: RetentionKind;
      label: string;
      deleted: number;
      held: number;
      left: number;
      more: boolean;
      onHold: boolean;
    }>;
  }>;
};

export type RetentionDryRunQueryVariables = Exact<{
  id: string;
}>;

export type RetentionDryRunQuery = {
  retentionDryRun: {
    id: string;
    dueNow: number;
    dueIn30Days: number;
    dueIn90Days: number;
    held: number;
    items: Array<{ id: string; name: string | null; since: string }>;
    heldItems: Array<{ id: string; name: string | null; since: string }>;
  } | null;
};

export type RetentionJobQueryVariables = Exact<{
  id: string;
}>;

export type RetentionJobQuery = {
  job: { id: string; state: JobState; error: string | null; progress: { done: number; phase: string | null } } | null;
};

export type SuppressionsAddMutationVariables = Exact<{
  input: SuppressionsAddInput;
}>;

export type SuppressionsAddMutation = {
  suppressionsAdd: {
    ids: Array<string>;
    added: number;
    already: number;
    position: number | null;
    refused: Array<{ line: number; value: string; message: string }>;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SuppressionReleaseMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type SuppressionReleaseMutation = {
  suppressionRelease: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type SuppressionShownFragment = {
  id: string;
  kind: SuppressionKind;
  value: string | null;
  label: string;
  reach: SuppressionReach;
  clientId: string | null;
  clientName: string | null;
  campaignId: string | null;
  campaignName: string | null;
  brandId: string | null;
  brandName: string | null;
  reason: SuppressionReason;
  reasonLabel: string;
  standing: SuppressionStanding;
  note: string | null;
  since: string;
  until: string | null;
  addedBy: string | null;
  releasedAt: string | null;
  releasedBy: string | null;
  releaseReason: string | null;
  erased: boolean;
};

export type SuppressionListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: SuppressionFilter | null | undefined;
}>;

export type SuppressionListQuery = {
  suppressions: {
    stale: boolean;
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        kind: SuppressionKind;
        value: string | null;
        label: string;
        reach: SuppressionReach;
        clientId: string | null;
        clientName: string | null;
        campaignId: string | null;
        campaignName: string | null;
        brandId: string | null;
        brandName: string | null;
        reason: SuppressionReason;
        reasonLabel: string;
        standing: SuppressionStanding;
        note: string | null;
        since: string;
        until: string | null;
        addedBy: string | null;
        releasedAt: string | null;
        releasedBy: string | null;
        releaseReason: string | null;
        erased: boolean;
      };
    }>;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  };
};

export type SuppressionCountQueryVariables = Exact<{
  filter?: SuppressionFilter | null | undefined;
}>;

export type SuppressionCountQuery = { suppressions: { totalCount: number } };

export type SuppressionOneQueryVariables = Exact<{
  id: string;
}>;

export type SuppressionOneQuery = {
  suppression: {
    id: string;
    kind: SuppressionKind;
    value: string | null;
    label: string;
    reach: SuppressionReach;
    clientId: string | null;
    clientName: string | null;
    campaignId: string | null;
    campaignName: string | null;
    brandId: string | null;
    brandName: string | null;
    reason: SuppressionReason;
    reasonLabel: string;
    standing: SuppressionStanding;
    note: string | null;
    since: string;
    until: string | null;
    addedBy: string | null;
    releasedAt: string | null;
    releasedBy: string | null;
    releaseReason: string | null;
    erased: boolean;
  } | null;
  suppressionEvents: Array<{
    position: number;
    eventType: string;
    title: string;
    text: string | null;
    at: string;
    actorName: string | null;
    source: string;
    ip: string | null;
  }>;
};

export type SuppressionsOfQueryVariables = Exact<{
  entity: Entity;
  id: string;
}>;

export type SuppressionsOfQuery = {
  suppressionsOf: Array<{
    id: string;
    kind: SuppressionKind;
    value: string | null;
    label: string;
    reach: SuppressionReach;
    clientId: string | null;
    clientName: string | null;
    campaignId: string | null;
    campaignName: string | null;
    brandId: string | null;
    brandName: string | null;
    reason: SuppressionReason;
    reasonLabel: string;
    standing: SuppressionStanding;
    note: string | null;
    since: string;
    until: string | null;
    addedBy: string | null;
    releasedAt: string | null;
    releasedBy: string | null;
    releaseReason: string | null;
    erased: boolean;
  }>;
};

export type SuppressionCheckQueryVariables = Exact<{
  value: string;
}>;

export type SuppressionCheckQuery = {
  suppressionCheck: {
    kind: SuppressionKind;
    value: string;
    suppressed: boolean;
    because: Array<{ suppressionId: string; reasonLabel: string; since: string }>;
  };
};

export type SuppressionFilesQueryVariables = Exact<{
  reason?: SuppressionReason | null | undefined;
}>;

export type SuppressionFilesQuery = {
  suppressionFiles: Array<{
    id: string;
    reason: SuppressionReason;
    reasonLabel: string;
    country: string | null;
    asOf: string | null;
    ageDays: number | null;
    stale: boolean;
    rows: number;
    added: number;
    already: number;
    refused: number;
    readAt: string;
    readBy: string | null;
  }>;
};

export type NoteWrittenFragment = {
  position: number | null;
  note: { id: string; version: number } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type NoteAddMutationVariables = Exact<{
  input: NoteAddInput;
}>;

export type NoteAddMutation = {
  noteAdd: {
    position: number | null;
    note: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NoteEditMutationVariables = Exact<{
  input: NoteEditInput;
}>;

export type NoteEditMutation = {
  noteEdit: {
    position: number | null;
    note: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotePinMutationVariables = Exact<{
  id: string;
  pinned: boolean;
}>;

export type NotePinMutation = {
  notePin: {
    position: number | null;
    note: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NoteDeleteMutationVariables = Exact<{
  id: string;
}>;

export type NoteDeleteMutation = {
  noteDelete: {
    position: number | null;
    note: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NoteRestoreMutationVariables = Exact<{
  id: string;
}>;

export type NoteRestoreMutation = {
  noteRestore: {
    position: number | null;
    note: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type NotePartsFragment = {
  id: string;
  body: string | null;
  authorName: string | null;
  pinned: boolean;
  createdAt: string;
  editedAt: string | null;
  editedByName: string | null;
  mayChange: boolean;
  version: number;
};

export type NotesQueryVariables = Exact<{
  entity: Entity;
  recordId: string;
  after?: string | null | undefined;
}>;

export type NotesQuery = {
  notes: {
    edges: Array<{
      node: {
        id: string;
        body: string | null;
        authorName: string | null;
        pinned: boolean;
        createdAt: string;
        editedAt: string | null;
        editedByName: string | null;
        mayChange: boolean;
        version: number;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type TaskWrittenFragment = {
  position: number | null;
  task: { id: string; version: number } | null;
  userErrors: Array<{ code: string; field: string | null; message: string }>;
};

export type TaskCreateMutationVariables = Exact<{
  input: TaskCreateInput;
}>;

export type TaskCreateMutation = {
  taskCreate: {
    position: number | null;
    task: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TaskChangeMutationVariables = Exact<{
  input: TaskChangeInput;
}>;

export type TaskChangeMutation = {
  taskChange: {
    position: number | null;
    task: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TaskCompleteMutationVariables = Exact<{
  id: string;
}>;

export type TaskCompleteMutation = {
  taskComplete: {
    position: number | null;
    task: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TaskCancelMutationVariables = Exact<{
  id: string;
}>;

export type TaskCancelMutation = {
  taskCancel: {
    position: number | null;
    task: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TaskReopenMutationVariables = Exact<{
  id: string;
}>;

export type TaskReopenMutation = {
  taskReopen: {
    position: number | null;
    task: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TaskDeleteMutationVariables = Exact<{
  id: string;
}>;

export type TaskDeleteMutation = {
  taskDelete: {
    position: number | null;
    task: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TaskRestoreMutationVariables = Exact<{
  id: string;
}>;

export type TaskRestoreMutation = {
  taskRestore: {
    position: number | null;
    task: { id: string; version: number } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type TaskPartsFragment = {
  id: string;
  title: string | null;
  details: string | null;
  state: TaskState;
  priority: TaskPriority;
  dueOn: string | null;
  dueAt: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  entity: Entity | null;
  recordId: string | null;
  recordName: string | null;
  createdByName: string | null;
  settledAt: string | null;
  settledByName: string | null;
  mayChange: boolean;
  version: number;
};

export type TasksQueryVariables = Exact<{
  filter: TaskFilter;
  first: number;
  after?: string | null | undefined;
}>;

export type TasksQuery = {
  tasks: {
    totalCount: number;
    edges: Array<{
      node: {
        id: string;
        title: string | null;
        details: string | null;
        state: TaskState;
        priority: TaskPriority;
        dueOn: string | null;
        dueAt: string | null;
        assigneeId: string | null;
        assigneeName: string | null;
        entity: Entity | null;
        recordId: string | null;
        recordName: string | null;
        createdByName: string | null;
        settledAt: string | null;
        settledByName: string | null;
        mayChange: boolean;
        version: number;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type TaskCountsQueryVariables = Exact<{
  timeZone: string;
}>;

export type TaskCountsQuery = { taskCounts: { open: number; overdue: number } };

export type TaskAssigneesQueryVariables = Exact<{ [key: string]: never }>;

export type TaskAssigneesQuery = { taskAssignees: Array<{ id: string; name: string }> };

export type RefusalFragment = { code: string; field: string | null; message: string };

export type ProgressFragment = {
  done: number;
  total: number | null;
  rate: number | null;
  etaSeconds: number | null;
  phase: string | null;
};

export type PreferencesSaveMutationVariables = Exact<{
  input: PreferencesInput;
}>;

export type PreferencesSaveMutation = { preferencesSave: { userErrors: Array<{ code: string }> } };

export type AudienceEventPartsFragment = {
  position: number;
  eventType: string;
  title: string;
  at: string;
  actorName: string | null;
  sourceLabel: string;
  changes: Array<{ label: string; old: string | null; new: string | null }>;
};

export type SegmentHistoryQueryVariables = Exact<{
  id: string;
}>;

export type SegmentHistoryQuery = {
  segmentHistory: Array<{
    position: number;
    eventType: string;
    title: string;
    at: string;
    actorName: string | null;
    sourceLabel: string;
    changes: Array<{ label: string; old: string | null; new: string | null }>;
  }>;
};

export type ListHistoryQueryVariables = Exact<{
  id: string;
}>;

export type ListHistoryQuery = {
  listHistory: Array<{
    position: number;
    eventType: string;
    title: string;
    at: string;
    actorName: string | null;
    sourceLabel: string;
    changes: Array<{ label: string; old: string | null; new: string | null }>;
  }>;
};

export type DomainSetHistoryQueryVariables = Exact<{
  id: string;
}>;

export type DomainSetHistoryQuery = {
  domainSetHistory: Array<{
    position: number;
    eventType: string;
    title: string;
    at: string;
    actorName: string | null;
    sourceLabel: string;
    changes: Array<{ label: string; old: string | null; new: string | null }>;
  }>;
};

export type EmailTemplateHistoryQueryVariables = Exact<{
  id: string;
}>;

export type EmailTemplateHistoryQuery = {
  emailTemplateHistory: Array<{
    position: number;
    eventType: string;
    title: string;
    at: string;
    actorName: string | null;
    sourceLabel: string;
    changes: Array<{ label: string; old: string | null; new: string | null }>;
  }>;
};

export type EmailSnippetHistoryQueryVariables = Exact<{
  id: string;
}>;

export type EmailSnippetHistoryQuery = {
  emailSnippetHistory: Array<{
    position: number;
    eventType: string;
    title: string;
    at: string;
    actorName: string | null;
    sourceLabel: string;
    changes: Array<{ label: string; old: string | null; new: string | null }>;
  }>;
};

export type CampaignHistoryQueryVariables = Exact<{
  id: string;
}>;

export type CampaignHistoryQuery = {
  campaignHistory: Array<{
    position: number;
    eventType: string;
    title: string;
    at: string;
    actorName: string | null;
    sourceLabel: string;
    changes: Array<{ label: string; old: string | null; new: string | null }>;
  }>;
};

export type FieldCatalogueQueryVariables = Exact<{
  entity: Entity;
}>;

export type FieldCatalogueQuery = {
  fieldCatalogue: Array<{
    key: string;
    label: string;
    kind: string;
    group: string;
    personal: boolean;
    writable: boolean;
    unique: boolean;
    required: boolean;
    sortable: boolean;
    custom: boolean;
    options: Array<string>;
    choices: Array<{ value: string; label: string; retired: boolean }>;
  }>;
};

export type FilterFieldsQueryVariables = Exact<{
  entity: Entity;
}>;

export type FilterFieldsQuery = {
  filterFields: Array<{
    key: string;
    label: string;
    group: string;
    type: FilterValueType;
    kind: string;
    options: Array<string>;
    suggestions: boolean;
    choices: Array<{ value: string; label: string; retired: boolean }>;
    operators: Array<{ name: string; label: string; takes: FilterTakes }>;
  }>;
};

export type FilterSuggestionsQueryVariables = Exact<{
  entity: Entity;
  field: string;
  prefix: string;
}>;

export type FilterSuggestionsQuery = {
  filterSuggestions: Array<{ value: string; label: string; seen: number | null }>;
};

export type FilterCheckQueryVariables = Exact<{
  entity: Entity;
  filter: Json;
}>;

export type FilterCheckQuery = {
  filterCheck: { valid: boolean; sentence: string | null; errors: Array<{ path: string; message: string }> };
};

export type FilterSentenceQueryVariables = Exact<{
  entity: Entity;
  filter: Json;
}>;

export type FilterSentenceQuery = { filterSentence: string };

export type HistoryOfQueryVariables = Exact<{
  entity: Entity;
  id: string;
  first: number;
  after?: string | null | undefined;
  wanted?: TimelineFilter | null | undefined;
}>;

export type HistoryOfQuery = {
  history: {
    edges: Array<{
      cursor: string;
      node: {
        position: number;
        eventType: string;
        title: string;
        about: string | null;
        at: string;
        source: string;
        sourceLabel: string;
        importId: string | null;
        actorName: string | null;
        restoredFrom: string | null;
        undoable: boolean;
        requestId: string | null;
        changes: Array<{
          field: string;
          label: string;
          old: Json | null;
          new: Json | null;
          kept: boolean;
          rule: string | null;
          derived: boolean;
        }>;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type TimelineFacetsQueryVariables = Exact<{
  entity: Entity;
  id: string;
}>;

export type TimelineFacetsQuery = {
  timelineFacets: {
    kinds: Array<{ key: string; label: string; count: number }>;
    actors: Array<{ id: string | null; name: string | null; count: number }>;
    moments: Array<{ position: number; at: string; eventType: string }>;
  };
};

export type RecordThenQueryVariables = Exact<{
  entity: Entity;
  id: string;
  at?: string | null | undefined;
  position?: number | null | undefined;
}>;

export type RecordThenQuery = {
  recordAsOf: {
    existed: boolean;
    archived: boolean;
    at: string | null;
    fields: Array<{ field: string; label: string; value: Json; text: string | null; derived: boolean }>;
  } | null;
  recordCompare: {
    fields: Array<{ field: string; label: string; to: Json | null; toText: string | null; changed: boolean }>;
  } | null;
};

export type RecordsComparedQueryVariables = Exact<{
  entity: Entity;
  id: string;
  from?: string | null | undefined;
  fromPosition?: number | null | undefined;
  to?: string | null | undefined;
  toPosition?: number | null | undefined;
}>;

export type RecordsComparedQuery = {
  recordCompare: {
    from: { existed: boolean; archived: boolean; at: string | null };
    to: { existed: boolean; archived: boolean; at: string | null };
    fields: Array<{
      field: string;
      label: string;
      from: Json | null;
      fromText: string | null;
      to: Json | null;
      toText: string | null;
      changed: boolean;
    }>;
  } | null;
};

export type MembershipsQueryVariables = Exact<{
  entity: Entity;
  id: string;
  past: boolean;
}>;

export type MembershipsQuery = {
  memberships: {
    segments: Array<{
      segmentId: string;
      name: string;
      archived: boolean;
      enteredAt: string;
      leftAt: string | null;
      enteredBecause: { cause: string; conditions: Array<{ sentence: string; holds: boolean | null }> };
      leftBecause: { cause: string; conditions: Array<{ sentence: string; holds: boolean | null }> } | null;
    }>;
    lists: Array<{
      listId: string;
      name: string;
      archived: boolean;
      source: ListSource;
      how: ListMembershipHow;
      byName: string | null;
      enteredAt: string;
      leftAt: string | null;
    }>;
    domainSets: Array<{
      domainSetId: string;
      name: string;
      archived: boolean;
      domain: string;
      byAccount: boolean;
      via: DomainSetVia | null;
      matchedAt: string | null;
      since: string | null;
    }>;
  };
};

export type RecordsMergeMutationVariables = Exact<{
  input: RecordsMergeInput;
}>;

export type RecordsMergeMutation = {
  recordsMerge: {
    position: number | null;
    bulk: { id: string } | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export type MergeUndoMutationVariables = Exact<{
  input: BulkUndoInput;
}>;

export type MergeUndoMutation = {
  bulkUndo: { position: number | null; userErrors: Array<{ code: string; field: string | null; message: string }> };
};

export type MergeUndoneQueryVariables = Exact<{
  id: string;
}>;

export type MergeUndoneQuery = { bulk: { state: BulkState; undo: { state: ImportUndoState } | null } | null };

export type MergeContactsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;

export type MergeContactsQuery = {
  contacts: {
    edges: Array<{
      node: {
        id: string;
        version: number;
        archived: boolean;
        fields: Json;
        accountId: string | null;
        accountName: string | null;
        createdAt: string;
        updatedAt: string;
      };
    }>;
  };
};

export type MergeAccountsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;

export type MergeAccountsQuery = {
  accounts: {
    edges: Array<{
      node: { id: string; version: number; archived: boolean; fields: Json; createdAt: string; updatedAt: string };
    }>;
  };
};

export type UndoNamesQueryVariables = Exact<{
  contacts: Array<string> | string;
  accounts: Array<string> | string;
  ofContacts: boolean;
  ofAccounts: boolean;
}>;

export type UndoNamesQuery = {
  contacts?: { edges: Array<{ node: { id: string; fullName: string | null; email: string | null } }> };
  accounts?: { edges: Array<{ node: { id: string; name: string | null } }> };
};

export type PhoneAssessedQueryVariables = Exact<{
  number: string;
}>;

export type PhoneAssessedQuery = {
  phoneAssessment: {
    validity: PhoneValidity;
    line: string;
    lineLabel: string;
    countryName: string | null;
    timeZone: string | null;
  };
};

export type OriginFragment = {
  position: number;
  at: string;
  sourceLabel: string;
  importId: string | null;
  actorName: string | null;
  restoredFrom: string | null;
};

export type ProvenanceOfQueryVariables = Exact<{
  entity: Entity;
  id: string;
}>;

export type ProvenanceOfQuery = {
  provenance: {
    fields: Array<{
      field: string;
      current: {
        value: Json | null;
        text: string | null;
        derived: boolean;
        origin: {
          position: number;
          at: string;
          sourceLabel: string;
          importId: string | null;
          actorName: string | null;
          restoredFrom: string | null;
        };
      } | null;
      earlier: Array<{
        value: Json | null;
        text: string | null;
        derived: boolean;
        origin: {
          position: number;
          at: string;
          sourceLabel: string;
          importId: string | null;
          actorName: string | null;
          restoredFrom: string | null;
        };
      }>;
      kept: Array<{
        value: Json;
        text: string | null;
        rule: string;
        origin: {
          position: number;
          at: string;
          sourceLabel: string;
          importId: string | null;
          actorName: string | null;
          restoredFrom: string | null;
        };
      }>;
    }>;
  } | null;
};

export type UndoRowFragment = {
  entity: Entity;
  recordId: string;
  name: string | null;
  outcome: ImportUndoOutcome;
  changes: Array<{ field: string; label: string; old: Json | null; new: Json | null }>;
  conflicts: Array<{ field: string | null; label: string | null; reason: ImportUndoReason; message: string }>;
};

export type RecordWorkQueryVariables = Exact<{
  entity: Entity;
  id: string;
}>;

export type RecordWorkQuery = { tasks: { totalCount: number }; notes: { totalCount: number } };

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
  first: number;
  archived: boolean;
  audiences: boolean;
}>;

export type SearchQuery = {
  search: {
    stale: boolean;
    audiences?: {
      total: number;
      hits: Array<{
        kind: SearchAudienceKind;
        id: string;
        entity: Entity | null;
        archived: boolean;
        tags: Array<string>;
        namePieces: Array<{ text: string; hit: boolean }>;
      }>;
    };
    groups: Array<{
      kind: SearchKind;
      total: number;
      more: boolean;
      hits: Array<{
        kind: SearchKind;
        id: string;
        title: string;
        archived: boolean;
        titlePieces: Array<{ text: string; hit: boolean }>;
        subtitlePieces: Array<{ text: string; hit: boolean }>;
        matched: { field: string; label: string; pieces: Array<{ text: string; hit: boolean }> } | null;
      }>;
    }>;
  };
};

export type SearchOpenedQueryVariables = Exact<{
  first: number;
  contacts?: ContactFilter | null | undefined;
  accounts?: AccountFilter | null | undefined;
  withContacts: boolean;
  withAccounts: boolean;
}>;

export type SearchOpenedQuery = {
  contacts?: {
    edges: Array<{
      node: {
        id: string;
        fullName: string | null;
        email: string | null;
        jobTitle: string | null;
        accountName: string | null;
        archived: boolean;
        erased: boolean;
      };
    }>;
  };
  accounts?: { edges: Array<{ node: { id: string; name: string | null; domain: string | null; archived: boolean } }> };
};

export type ClientViewEndMutationVariables = Exact<{
  id: string;
}>;

export type ClientViewEndMutation = {
  clientViewEnd: {
    position: number | null;
    userErrors: Array<{ code: string; field: string | null; message: string }>;
  };
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>["__apiType"]>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RefusalFragmentDoc = new TypedDocumentString(
  `
    fragment Refusal on UserError {
  code
  field
  message
}
    `,
  { fragmentName: "Refusal" },
) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const AccountChangedFragmentDoc = new TypedDocumentString(
  `
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  account {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    tags
    status
    ownerName
    contactCount
    archived
    mayArchive
    createdAt
    updatedAt
    version
    fields
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "AccountChanged" },
) as unknown as TypedDocumentString<AccountChangedFragment, unknown>;
export const ProgressFragmentDoc = new TypedDocumentString(
  `
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}
    `,
  { fragmentName: "Progress" },
) as unknown as TypedDocumentString<ProgressFragment, unknown>;
export const BulkUndoRunFragmentDoc = new TypedDocumentString(
  `
    fragment BulkUndoRun on BulkUndo {
  state
  startedAt
  finishedAt
  counts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "BulkUndoRun" },
) as unknown as TypedDocumentString<BulkUndoRunFragment, unknown>;
export const BulkFullFragmentDoc = new TypedDocumentString(
  `
    fragment BulkFull on Bulk {
  id
  entity
  state
  action {
    kind
    title
    asked
    fields {
      field
      label
    }
  }
  byIds
  filter
  expected
  counts {
    selected
    changed
    unchanged
    refused
    notRun
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  mine
  finishedAt
  error
  mayUndo
  whyNotUndo
  progress {
    ...Progress
  }
  undo {
    ...BulkUndoRun
  }
  undoPreview {
    ...BulkUndoRun
  }
}
    fragment BulkUndoRun on BulkUndo {
  state
  startedAt
  finishedAt
  counts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "BulkFull" },
) as unknown as TypedDocumentString<BulkFullFragment, unknown>;
export const ContactChangedFragmentDoc = new TypedDocumentString(
  `
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  contact {
    id
    fullName
    jobTitle
    seniorityLevel
    department
    email
    emailStatus
    directPhone
    accountId
    accountName
    accountDomain
    city
    country
    lifecycle
    tags
    ownerName
    archived
    mayArchive
    erased
    createdAt
    updatedAt
    version
    fields
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "ContactChanged" },
) as unknown as TypedDocumentString<ContactChangedFragment, unknown>;
export const DomainSetShownFragmentDoc = new TypedDocumentString(
  `
    fragment DomainSetShown on DomainSet {
  id
  name
  sharing
  teamId
  ownerId
  ownerName
  tags
  source
  fileName
  stubs
  state
  error
  jobId
  items
  repeated
  invalid
  matchedAt
  archived
  createdAt
  updatedAt
}
    `,
  { fragmentName: "DomainSetShown" },
) as unknown as TypedDocumentString<DomainSetShownFragment, unknown>;
export const DomainSetItemShownFragmentDoc = new TypedDocumentString(
  `
    fragment DomainSetItemShown on DomainSetItem {
  number
  domain
  accountName
  notes
  given
  repaired
  resembles
  status
  accountId
  account
  accountDomain
  accountStatus
  via
  confidence
  likeness
  judgedAt
  contacts
}
    `,
  { fragmentName: "DomainSetItemShown" },
) as unknown as TypedDocumentString<DomainSetItemShownFragment, unknown>;
export const EmailVerificationFullFragmentDoc = new TypedDocumentString(
  `
    fragment EmailVerificationFull on EmailVerification {
  id
  state
  byIds
  expected
  importId
  again
  mailboxes
  counts {
    valid
    risky
    invalid
    disposable
    catchAll
    unknown
    noEmail
    refused
    notRun
    known
    changed
    done
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "EmailVerificationFull" },
) as unknown as TypedDocumentString<EmailVerificationFullFragment, unknown>;
export const IndustrySuggestionShownFragmentDoc = new TypedDocumentString(
  `
    fragment IndustrySuggestionShown on IndustrySuggestion {
  accountId
  accountName
  accountDomain
  description
  currentIndustry
  decision
  industry
  naics {
    code
    title
  }
  sic {
    code
    title
  }
  confidence
  suggestedBy
  because {
    place
    words
  }
  suggestedAt
  decidedAt
  decidedByName
  reason
  reverted
}
    `,
  { fragmentName: "IndustrySuggestionShown" },
) as unknown as TypedDocumentString<IndustrySuggestionShownFragment, unknown>;
export const ImportUndoRunFragmentDoc = new TypedDocumentString(
  `
    fragment ImportUndoRun on ImportUndo {
  state
  startedAt
  finishedAt
  contacts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  accounts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "ImportUndoRun" },
) as unknown as TypedDocumentString<ImportUndoRunFragment, unknown>;
export const ImportFullFragmentDoc = new TypedDocumentString(
  `
    fragment ImportFull on Import {
  id
  name
  fileName
  fileSize
  fileHash
  state
  createdAt
  createdBy
  encoding
  delimiter
  headerRow
  rowCount
  defaultCountry
  kind
  suppliedById
  suppliedByName
  sheet
  sheets {
    name
    rows
  }
  parentId
  fixedRows
  usedBefore {
    importId
    name
    at
    kind
    defaultCountry
  }
  undo {
    ...ImportUndoRun
  }
  undoPreview {
    ...ImportUndoRun
  }
  preview {
    state
    startedAt
    finishedAt
    expiresAt
    error
    accountsCreated
    accountsUpdated
    outcomes {
      read
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
      rejected
      notRun
      warnings
    }
    progress {
      ...Progress
    }
  }
  accountsCreated
  accountsUpdated
  startedAt
  finishedAt
  position
  error
  rejectFileUrl
  filesRemovedAt
  columns {
    index
    header
    samples
    suggestedField
    suggestedEntity
    suggestedRule
    usedBefore
    guess {
      field
      entity
      confidence
    }
    confidence
  }
  mapping {
    column
    entity
    field
    rule
  }
  outcomes {
    read
    created
    updated
    unchanged
    mergedInFile
    matchesArchived
    rejected
    notRun
    warnings
  }
  problems {
    code
    message
    example
    rows
    rejected
  }
  progress {
    ...Progress
  }
}
    fragment ImportUndoRun on ImportUndo {
  state
  startedAt
  finishedAt
  contacts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  accounts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "ImportFull" },
) as unknown as TypedDocumentString<ImportFullFragment, unknown>;
export const ListPartsFragmentDoc = new TypedDocumentString(
  `
    fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
    `,
  { fragmentName: "ListParts" },
) as unknown as TypedDocumentString<ListPartsFragment, unknown>;
export const ListWrittenFragmentDoc = new TypedDocumentString(
  `
    fragment ListWritten on ListPayload {
  position
  list {
    ...ListParts
  }
  userErrors {
    ...Refusal
  }
}
    fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "ListWritten" },
) as unknown as TypedDocumentString<ListWrittenFragment, unknown>;
export const ListChangeMadeFragmentDoc = new TypedDocumentString(
  `
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
    fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "ListChangeMade" },
) as unknown as TypedDocumentString<ListChangeMadeFragment, unknown>;
export const PhoneLookupFullFragmentDoc = new TypedDocumentString(
  `
    fragment PhoneLookupFull on PhoneLookup {
  id
  state
  byIds
  expected
  importId
  again
  which
  provider
  counts {
    mobile
    fixedLine
    notFound
    voip
    other
    notValid
    noPhone
    refused
    notRun
    known
    changed
    done
  }
  lines {
    code
    label
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "PhoneLookupFull" },
) as unknown as TypedDocumentString<PhoneLookupFullFragment, unknown>;
export const SavedViewPartsFragmentDoc = new TypedDocumentString(
  `
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}
    `,
  { fragmentName: "SavedViewParts" },
) as unknown as TypedDocumentString<SavedViewPartsFragment, unknown>;
export const SavedViewChangedFragmentDoc = new TypedDocumentString(
  `
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    ...Refusal
  }
}
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}
fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "SavedViewChanged" },
) as unknown as TypedDocumentString<SavedViewChangedFragment, unknown>;
export const SegmentChangedFragmentDoc = new TypedDocumentString(
  `
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "SegmentChanged" },
) as unknown as TypedDocumentString<SegmentChangedFragment, unknown>;
export const SegmentPartsFragmentDoc = new TypedDocumentString(
  `
    fragment SegmentParts on Segment {
  id
  entity
  name
  description
  tags
  sharing
  teamId
  ownerId
  ownerName
  filter
  active
  archived
  members
  changedAt
  refreshedAt
  settled
  behindSince
  createdAt
  updatedAt
  mayEdit
  mayShare
}
    `,
  { fragmentName: "SegmentParts" },
) as unknown as TypedDocumentString<SegmentPartsFragment, unknown>;
export const SegmentMemberPartsFragmentDoc = new TypedDocumentString(
  `
    fragment SegmentMemberParts on SegmentMember {
  recordId
  enteredAt
  leftAt
  contact {
    fullName
    email
    erased
    jobTitle
    accountName
  }
  account {
    name
    domain
    industry
    hqCountry
  }
}
    `,
  { fragmentName: "SegmentMemberParts" },
) as unknown as TypedDocumentString<SegmentMemberPartsFragment, unknown>;
export const SegmentReasonPartsFragmentDoc = new TypedDocumentString(
  `
    fragment SegmentReasonParts on SegmentReason {
  cause
  conditions {
    sentence
    holds
  }
}
    `,
  { fragmentName: "SegmentReasonParts" },
) as unknown as TypedDocumentString<SegmentReasonPartsFragment, unknown>;
export const SurvivorshipShownFragmentDoc = new TypedDocumentString(
  `
    fragment SurvivorshipShown on Survivorship {
  entity
  isDefault
  changedAt
  everywhere
  sources {
    source
    label
  }
  fields {
    field
    label
    order
  }
  preview {
    id
    everywhere
    fields {
      field
      label
      order
    }
    startedAt
    running
    progress {
      ...Progress
    }
    records
    changed
    counts {
      field
      label
      count
    }
    expiresAt
    appliedBy
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "SurvivorshipShown" },
) as unknown as TypedDocumentString<SurvivorshipShownFragment, unknown>;
export const CampaignWrittenFragmentDoc = new TypedDocumentString(
  `
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "CampaignWritten" },
) as unknown as TypedDocumentString<CampaignWrittenFragment, unknown>;
export const CampaignRowFragmentDoc = new TypedDocumentString(
  `
    fragment CampaignRow on Campaign {
  id
  channel
  name
  state
  archived
  tags
  ownerName
  clientName
  brandName
  audienceCount
  startAt
  launchedAt
  endedAt
  createdAt
  updatedAt
  pausedBecause {
    reason
    words
    at
  }
}
    `,
  { fragmentName: "CampaignRow" },
) as unknown as TypedDocumentString<CampaignRowFragment, unknown>;
export const AudienceSourcePartsFragmentDoc = new TypedDocumentString(
  `
    fragment AudienceSourceParts on AudienceSource {
  kind
  id
  entity
  name
  filter
  fuzzy
  timeZone
  who
  sentence
  gone
}
    `,
  { fragmentName: "AudienceSourceParts" },
) as unknown as TypedDocumentString<AudienceSourcePartsFragment, unknown>;
export const CampaignPartsFragmentDoc = new TypedDocumentString(
  `
    fragment CampaignParts on Campaign {
  ...CampaignRow
  brandId
  clientId
  ownerId
  teamId
  taking
  takeStands
  winner
  audience {
    include {
      ...AudienceSourceParts
    }
    exclude {
      ...AudienceSourceParts
    }
    sentence
  }
  content {
    senderId
    senderName
    variants {
      key
      templateId
      templateName
      version
      subject
      weight
    }
    test {
      metric
      sharePercent
      minutes
      automatic
      otherwiseWait
    }
    utm {
      source
      medium
      campaign
      term
      content
    }
    trackOpens
    trackLinks
    namedLinks {
      n
      name
    }
    digest
  }
  schedule {
    at
    zone
    inRecipientsZone
    windows {
      days
      fromMinute
      toMinute
    }
    endsAt
    perSecond
    respectsCap
    startsAt
  }
  confirmations {
    code
    wording
    confirmed
    byName
  }
  seedTested {
    at
    to
    variants
    current
  }
  pace {
    perSecond
    windows {
      days
      fromMinute
      toMinute
    }
  }
  versions {
    version
    asOf
    position
    count
    accounts
    hash
    sentence
    excluded {
      reason
      label
      count
    }
  }
  may {
    archive
    changePace
    edit
    launch
    pause
    rename
    restore
    resume
    stop
    topUp
    unschedule
  }
}
    fragment CampaignRow on Campaign {
  id
  channel
  name
  state
  archived
  tags
  ownerName
  clientName
  brandName
  audienceCount
  startAt
  launchedAt
  endedAt
  createdAt
  updatedAt
  pausedBecause {
    reason
    words
    at
  }
}
fragment AudienceSourceParts on AudienceSource {
  kind
  id
  entity
  name
  filter
  fuzzy
  timeZone
  who
  sentence
  gone
}`,
  { fragmentName: "CampaignParts" },
) as unknown as TypedDocumentString<CampaignPartsFragment, unknown>;
export const SendingSwitchPartsFragmentDoc = new TypedDocumentString(
  `
    fragment SendingSwitchParts on SendingSwitch {
  stopped
  since
  byName
  reason
}
    `,
  { fragmentName: "SendingSwitchParts" },
) as unknown as TypedDocumentString<SendingSwitchPartsFragment, unknown>;
export const EmailReplyShownFragmentDoc = new TypedDocumentString(
  `
    fragment EmailReplyShown on EmailReply {
  id
  at
  kind
  matched
  done
  forgotten
  address
  name
  subject
  awayUntil
  contactId
  contactName
  campaignId
  assigneeId
  assigneeName
}
    `,
  { fragmentName: "EmailReplyShown" },
) as unknown as TypedDocumentString<EmailReplyShownFragment, unknown>;
export const EmailFiguresShownFragmentDoc = new TypedDocumentString(
  `
    fragment EmailFiguresShown on EmailFigures {
  sent
  accepted
  delivered
  reached
  bouncedHard
  bouncedSoft
  dropped
  complained
  unsubscribed
  replied
  autoReplied
  opened
  clicked
  opens
  clicks
  machineOpened
  machineClicked
  machineOpens
  machineClicks
  unjudged
}
    `,
  { fragmentName: "EmailFiguresShown" },
) as unknown as TypedDocumentString<EmailFiguresShownFragment, unknown>;
export const EmailRecipientPartsFragmentDoc = new TypedDocumentString(
  `
    fragment EmailRecipientParts on EmailRecipient {
  contactId
  contact {
    id
    fullName
    email
    erased
    archived
    jobTitle
    accountId
    accountName
  }
  accountId
  version
  variant
  state
  reason
  reasonLabel
  suppressionId
  domain
  messageId
  sentAt
  attempts
  settledBy
  at
  responses
}
    `,
  { fragmentName: "EmailRecipientParts" },
) as unknown as TypedDocumentString<EmailRecipientPartsFragment, unknown>;
export const EmailTemplateChangedFragmentDoc = new TypedDocumentString(
  `
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "EmailTemplateChanged" },
) as unknown as TypedDocumentString<EmailTemplateChangedFragment, unknown>;
export const EmailSnippetChangedFragmentDoc = new TypedDocumentString(
  `
    fragment EmailSnippetChanged on EmailSnippetPayload {
  position
  emailSnippet {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "EmailSnippetChanged" },
) as unknown as TypedDocumentString<EmailSnippetChangedFragment, unknown>;
export const EmailTemplatePartsFragmentDoc = new TypedDocumentString(
  `
    fragment EmailTemplateParts on EmailTemplate {
  id
  name
  brand
  tags
  status
  archived
  revision
  versions
  approvedVersion
  savedByName
  savedAt
  updatedAt
  mayEdit
  mayApprove
}
    `,
  { fragmentName: "EmailTemplateParts" },
) as unknown as TypedDocumentString<EmailTemplatePartsFragment, unknown>;
export const EmailSnippetPartsFragmentDoc = new TypedDocumentString(
  `
    fragment EmailSnippetParts on EmailSnippet {
  id
  brandId
  brandName
  name
  version
  blocks
  archived
  usedBy {
    id
    name
  }
  savedByName
  savedAt
  mayEdit
}
    `,
  { fragmentName: "EmailSnippetParts" },
) as unknown as TypedDocumentString<EmailSnippetPartsFragment, unknown>;
export const TermsShownFragmentDoc = new TypedDocumentString(
  `
    fragment TermsShown on ClientTerms {
  pacingLeads
  pacingPer
  price
  currency
  capPerCompany
  overDelivery
  duplicatesWithin
  lookBackDays
  returnWindowDays
}
    `,
  { fragmentName: "TermsShown" },
) as unknown as TypedDocumentString<TermsShownFragment, unknown>;
export const UserShownFragmentDoc = new TypedDocumentString(
  `
    fragment UserShown on User {
  id
  name
  email
  role
  active
  secondFactor
  createdAt
  lastLoginAt
  teams {
    id
    name
  }
  client {
    id
    name
  }
}
    `,
  { fragmentName: "UserShown" },
) as unknown as TypedDocumentString<UserShownFragment, unknown>;
export const ProjectionLineFragmentDoc = new TypedDocumentString(
  `
    fragment ProjectionLine on Projection {
  name
  version
  state
  position
  headPosition
  lagEvents
  lagSeconds
  error
  failedPosition
  failedEventType
  parkedEvents
  updatedAt
  rebuild {
    ...Progress
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "ProjectionLine" },
) as unknown as TypedDocumentString<ProjectionLineFragment, unknown>;
export const JobLineFragmentDoc = new TypedDocumentString(
  `
    fragment JobLine on Job {
  id
  kind
  title
  state
  attempts
  maxAttempts
  error
  runAt
  createdAt
  startedAt
  finishedAt
  createdBy
  cancellable
  link
  progress {
    ...Progress
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`,
  { fragmentName: "JobLine" },
) as unknown as TypedDocumentString<JobLineFragment, unknown>;
export const ConsentShownFragmentDoc = new TypedDocumentString(
  `
    fragment ConsentShown on ConsentStatement {
  id
  contactId
  personId
  contactLabel
  contactEmail
  accountName
  country
  channel
  standing
  standingLabel
  state
  givenAt
  origin
  wording
  reference
  url
  ip
  note
  fileName
  fileSize
  recordedAt
  recordedBy
  takenBackAt
  takenBackBy
  takenBackWhy
  erased
}
    `,
  { fragmentName: "ConsentShown" },
) as unknown as TypedDocumentString<ConsentShownFragment, unknown>;
export const LegalHoldShownFragmentDoc = new TypedDocumentString(
  `
    fragment LegalHoldShown on LegalHold {
  id
  scope
  recordId
  data
  label
  reason
  reference
  since
  placedBy
  standing
  liftedAt
  liftedBy
  liftReason
  erased
}
    `,
  { fragmentName: "LegalHoldShown" },
) as unknown as TypedDocumentString<LegalHoldShownFragment, unknown>;
export const PrivacyRequestShownFragmentDoc = new TypedDocumentString(
  `
    fragment PrivacyRequestShown on PrivacyRequest {
  id
  kind
  state
  urgency
  cameBy
  receivedAt
  dueAt
  extended
  extensionWhy
  personLabel
  name
  email
  phone
  contactId
  note
  identity
  refusal
  assigneeId
  assignee
  answering
  answeredBy
  settledAt
  holdings {
    contacts
    events
    consents
    suppressions
    tasks
    notes
    imports
    exports
    importRows
  }
  hashes
  fileSize
  fileExpiresAt
  hasProof
  forgotten
  recordedAt
  recordedBy
}
    `,
  { fragmentName: "PrivacyRequestShown" },
) as unknown as TypedDocumentString<PrivacyRequestShownFragment, unknown>;
export const SuppressionShownFragmentDoc = new TypedDocumentString(
  `
    fragment SuppressionShown on Suppression {
  id
  kind
  value
  label
  reach
  clientId
  clientName
  campaignId
  campaignName
  brandId
  brandName
  reason
  reasonLabel
  standing
  note
  since
  until
  addedBy
  releasedAt
  releasedBy
  releaseReason
  erased
}
    `,
  { fragmentName: "SuppressionShown" },
) as unknown as TypedDocumentString<SuppressionShownFragment, unknown>;
export const NoteWrittenFragmentDoc = new TypedDocumentString(
  `
    fragment NoteWritten on NotePayload {
  position
  note {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "NoteWritten" },
) as unknown as TypedDocumentString<NoteWrittenFragment, unknown>;
export const NotePartsFragmentDoc = new TypedDocumentString(
  `
    fragment NoteParts on Note {
  id
  body
  authorName
  pinned
  createdAt
  editedAt
  editedByName
  mayChange
  version
}
    `,
  { fragmentName: "NoteParts" },
) as unknown as TypedDocumentString<NotePartsFragment, unknown>;
export const TaskWrittenFragmentDoc = new TypedDocumentString(
  `
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`,
  { fragmentName: "TaskWritten" },
) as unknown as TypedDocumentString<TaskWrittenFragment, unknown>;
export const TaskPartsFragmentDoc = new TypedDocumentString(
  `
    fragment TaskParts on Task {
  id
  title
  details
  state
  priority
  dueOn
  dueAt
  assigneeId
  assigneeName
  entity
  recordId
  recordName
  createdByName
  settledAt
  settledByName
  mayChange
  version
}
    `,
  { fragmentName: "TaskParts" },
) as unknown as TypedDocumentString<TaskPartsFragment, unknown>;
export const AudienceEventPartsFragmentDoc = new TypedDocumentString(
  `
    fragment AudienceEventParts on AudienceEvent {
  position
  eventType
  title
  at
  actorName
  sourceLabel
  changes {
    label
    old
    new
  }
}
    `,
  { fragmentName: "AudienceEventParts" },
) as unknown as TypedDocumentString<AudienceEventPartsFragment, unknown>;
export const OriginFragmentDoc = new TypedDocumentString(
  `
    fragment Origin on ValueOrigin {
  position
  at
  sourceLabel
  importId
  actorName
  restoredFrom
}
    `,
  { fragmentName: "Origin" },
) as unknown as TypedDocumentString<OriginFragment, unknown>;
export const UndoRowFragmentDoc = new TypedDocumentString(
  `
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}
    `,
  { fragmentName: "UndoRow" },
) as unknown as TypedDocumentString<UndoRowFragment, unknown>;
export const AccountCreateDocument = new TypedDocumentString(`
    mutation AccountCreate($input: RecordInput!) {
  accountCreate(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  account {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    tags
    status
    ownerName
    contactCount
    archived
    mayArchive
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<AccountCreateMutation, AccountCreateMutationVariables>;
export const AccountUpdateDocument = new TypedDocumentString(`
    mutation AccountUpdate($input: RecordUpdateInput!) {
  accountUpdate(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  account {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    tags
    status
    ownerName
    contactCount
    archived
    mayArchive
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<AccountUpdateMutation, AccountUpdateMutationVariables>;
export const AccountArchiveDocument = new TypedDocumentString(`
    mutation AccountArchive($input: RecordActionInput!) {
  accountArchive(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  account {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    tags
    status
    ownerName
    contactCount
    archived
    mayArchive
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<AccountArchiveMutation, AccountArchiveMutationVariables>;
export const AccountRestoreDocument = new TypedDocumentString(`
    mutation AccountRestore($input: RecordActionInput!) {
  accountRestore(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  account {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    tags
    status
    ownerName
    contactCount
    archived
    mayArchive
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<AccountRestoreMutation, AccountRestoreMutationVariables>;
export const AccountUndoDocument = new TypedDocumentString(`
    mutation AccountUndo($input: RecordUndoInput!) {
  accountUndo(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  account {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    tags
    status
    ownerName
    contactCount
    archived
    mayArchive
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<AccountUndoMutation, AccountUndoMutationVariables>;
export const AccountRestoreValuesDocument = new TypedDocumentString(`
    mutation AccountRestoreValues($input: RecordRestoreValuesInput!) {
  accountRestoreValues(input: $input) {
    ...AccountChanged
  }
}
    fragment AccountChanged on AccountPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  account {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    tags
    status
    ownerName
    contactCount
    archived
    mayArchive
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<AccountRestoreValuesMutation, AccountRestoreValuesMutationVariables>;
export const AccountTreeDocument = new TypedDocumentString(`
    query AccountTree($id: UUID!) {
  accountTree(id: $id) {
    more
    nodes {
      id
      parentId
      name
      domain
      archived
      status
      contactCount
      depth
    }
  }
}
    `) as unknown as TypedDocumentString<AccountTreeQuery, AccountTreeQueryVariables>;
export const AccountPeopleDocument = new TypedDocumentString(`
    query AccountPeople($id: UUID!) {
  accountPeople(id: $id) {
    total
    withEmail
    emailVerified
    withPhone
    seniorities
    cells {
      seniority
      department
      count
    }
  }
}
    `) as unknown as TypedDocumentString<AccountPeopleQuery, AccountPeopleQueryVariables>;
export const AccountListDocument = new TypedDocumentString(`
    query AccountList($first: Int!, $after: String, $before: String, $filter: AccountFilter, $sort: RecordSort) {
  accounts(
    first: $first
    after: $after
    before: $before
    filter: $filter
    sort: $sort
  ) {
    stale
    edges {
      cursor
      node {
        id
        name
        domain
        industry
        employeesSizeRange
        staffCount
        hqCity
        hqCountry
        mainPhone
        tags
        status
        ownerName
        clientRestrictionId
        clientRestrictionName
        contactCount
        archived
        mayArchive
        createdAt
        updatedAt
        version
        fields
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AccountListQuery, AccountListQueryVariables>;
export const AccountCountDocument = new TypedDocumentString(`
    query AccountCount($filter: AccountFilter) {
  accounts(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<AccountCountQuery, AccountCountQueryVariables>;
export const AccountRecordDocument = new TypedDocumentString(`
    query AccountRecord($id: UUID!) {
  account(id: $id) {
    id
    name
    domain
    industry
    employeesSizeRange
    staffCount
    hqCity
    hqCountry
    mainPhone
    status
    ownerName
    contactCount
    archived
    mergedInto
    mayArchive
    sourceLabel
    importId
    teamName
    clientRestrictionId
    clientRestrictionName
    createdAt
    updatedAt
    version
    fields
    parent {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AccountRecordQuery, AccountRecordQueryVariables>;
export const BulkStartDocument = new TypedDocumentString(`
    mutation BulkStart($input: BulkStartInput!) {
  bulkStart(input: $input) {
    position
    bulk {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<BulkStartMutation, BulkStartMutationVariables>;
export const BulkCancelDocument = new TypedDocumentString(`
    mutation BulkCancel($input: BulkActionOnInput!) {
  bulkCancel(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<BulkCancelMutation, BulkCancelMutationVariables>;
export const BulkUndoPreviewDocument = new TypedDocumentString(`
    mutation BulkUndoPreview($input: BulkActionOnInput!) {
  bulkUndoPreview(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<BulkUndoPreviewMutation, BulkUndoPreviewMutationVariables>;
export const BulkUndoDocument = new TypedDocumentString(`
    mutation BulkUndo($input: BulkUndoInput!) {
  bulkUndo(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<BulkUndoMutation, BulkUndoMutationVariables>;
export const BulkUndoCancelDocument = new TypedDocumentString(`
    mutation BulkUndoCancel($input: BulkActionOnInput!) {
  bulkUndoCancel(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<BulkUndoCancelMutation, BulkUndoCancelMutationVariables>;
export const BulkChangeDocument = new TypedDocumentString(`
    query BulkChange($id: UUID!) {
  bulk(id: $id) {
    ...BulkFull
  }
}
    fragment BulkUndoRun on BulkUndo {
  state
  startedAt
  finishedAt
  counts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
fragment BulkFull on Bulk {
  id
  entity
  state
  action {
    kind
    title
    asked
    fields {
      field
      label
    }
  }
  byIds
  filter
  expected
  counts {
    selected
    changed
    unchanged
    refused
    notRun
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  mine
  finishedAt
  error
  mayUndo
  whyNotUndo
  progress {
    ...Progress
  }
  undo {
    ...BulkUndoRun
  }
  undoPreview {
    ...BulkUndoRun
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<BulkChangeQuery, BulkChangeQueryVariables>;
export const BulkListDocument = new TypedDocumentString(`
    query BulkList($first: Int!, $after: String) {
  bulks(first: $first, after: $after) {
    stale
    edges {
      cursor
      node {
        ...BulkFull
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment BulkUndoRun on BulkUndo {
  state
  startedAt
  finishedAt
  counts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
fragment BulkFull on Bulk {
  id
  entity
  state
  action {
    kind
    title
    asked
    fields {
      field
      label
    }
  }
  byIds
  filter
  expected
  counts {
    selected
    changed
    unchanged
    refused
    notRun
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  mine
  finishedAt
  error
  mayUndo
  whyNotUndo
  progress {
    ...Progress
  }
  undo {
    ...BulkUndoRun
  }
  undoPreview {
    ...BulkUndoRun
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<BulkListQuery, BulkListQueryVariables>;
export const BulkCountDocument = new TypedDocumentString(`
    query BulkCount {
  bulks(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<BulkCountQuery, BulkCountQueryVariables>;
export const BulkPreviewDocument = new TypedDocumentString(`
    query BulkPreview($selection: BulkSelectionInput!) {
  bulkPreview(selection: $selection) {
    matching
    outOfReach
    archived
  }
}
    `) as unknown as TypedDocumentString<BulkPreviewQuery, BulkPreviewQueryVariables>;
export const BulkRecordsDocument = new TypedDocumentString(`
    query BulkRecords($id: UUID!, $outcome: BulkOutcome, $first: Int!, $after: String) {
  bulkRecords(id: $id, outcome: $outcome, first: $first, after: $after) {
    edges {
      node {
        recordId
        name
        outcome
        code
        message
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BulkRecordsQuery, BulkRecordsQueryVariables>;
export const BulkProgressDocument = new TypedDocumentString(`
    subscription BulkProgress($id: UUID!) {
  bulkProgress(id: $id) {
    ...BulkFull
  }
}
    fragment BulkUndoRun on BulkUndo {
  state
  startedAt
  finishedAt
  counts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
fragment BulkFull on Bulk {
  id
  entity
  state
  action {
    kind
    title
    asked
    fields {
      field
      label
    }
  }
  byIds
  filter
  expected
  counts {
    selected
    changed
    unchanged
    refused
    notRun
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  mine
  finishedAt
  error
  mayUndo
  whyNotUndo
  progress {
    ...Progress
  }
  undo {
    ...BulkUndoRun
  }
  undoPreview {
    ...BulkUndoRun
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<BulkProgressSubscription, BulkProgressSubscriptionVariables>;
export const BulkUndoRowsDocument = new TypedDocumentString(`
    query BulkUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {
  bulkUndoRows(id: $id, list: $list, first: $first, after: $after) {
    rows {
      ...UndoRow
    }
    endCursor
    hasNextPage
  }
}
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}`) as unknown as TypedDocumentString<BulkUndoRowsQuery, BulkUndoRowsQueryVariables>;
export const BulkUndoLeftDocument = new TypedDocumentString(`
    query BulkUndoLeft($id: UUID!, $first: Int!, $after: String) {
  bulkUndoLeft(id: $id, first: $first, after: $after) {
    rows {
      ...UndoRow
    }
    endCursor
    hasNextPage
  }
}
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}`) as unknown as TypedDocumentString<BulkUndoLeftQuery, BulkUndoLeftQueryVariables>;
export const ContactCreateDocument = new TypedDocumentString(`
    mutation ContactCreate($input: RecordInput!) {
  contactCreate(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  contact {
    id
    fullName
    jobTitle
    seniorityLevel
    department
    email
    emailStatus
    directPhone
    accountId
    accountName
    accountDomain
    city
    country
    lifecycle
    tags
    ownerName
    archived
    mayArchive
    erased
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ContactCreateMutation, ContactCreateMutationVariables>;
export const ContactUpdateDocument = new TypedDocumentString(`
    mutation ContactUpdate($input: RecordUpdateInput!) {
  contactUpdate(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  contact {
    id
    fullName
    jobTitle
    seniorityLevel
    department
    email
    emailStatus
    directPhone
    accountId
    accountName
    accountDomain
    city
    country
    lifecycle
    tags
    ownerName
    archived
    mayArchive
    erased
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ContactUpdateMutation, ContactUpdateMutationVariables>;
export const ContactArchiveDocument = new TypedDocumentString(`
    mutation ContactArchive($input: RecordActionInput!) {
  contactArchive(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  contact {
    id
    fullName
    jobTitle
    seniorityLevel
    department
    email
    emailStatus
    directPhone
    accountId
    accountName
    accountDomain
    city
    country
    lifecycle
    tags
    ownerName
    archived
    mayArchive
    erased
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ContactArchiveMutation, ContactArchiveMutationVariables>;
export const ContactRestoreDocument = new TypedDocumentString(`
    mutation ContactRestore($input: RecordActionInput!) {
  contactRestore(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  contact {
    id
    fullName
    jobTitle
    seniorityLevel
    department
    email
    emailStatus
    directPhone
    accountId
    accountName
    accountDomain
    city
    country
    lifecycle
    tags
    ownerName
    archived
    mayArchive
    erased
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ContactRestoreMutation, ContactRestoreMutationVariables>;
export const ContactUndoDocument = new TypedDocumentString(`
    mutation ContactUndo($input: RecordUndoInput!) {
  contactUndo(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  contact {
    id
    fullName
    jobTitle
    seniorityLevel
    department
    email
    emailStatus
    directPhone
    accountId
    accountName
    accountDomain
    city
    country
    lifecycle
    tags
    ownerName
    archived
    mayArchive
    erased
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ContactUndoMutation, ContactUndoMutationVariables>;
export const ContactRestoreValuesDocument = new TypedDocumentString(`
    mutation ContactRestoreValues($input: RecordRestoreValuesInput!) {
  contactRestoreValues(input: $input) {
    ...ContactChanged
  }
}
    fragment ContactChanged on ContactPayload {
  position
  userErrors {
    ...Refusal
    recordId
  }
  contact {
    id
    fullName
    jobTitle
    seniorityLevel
    department
    email
    emailStatus
    directPhone
    accountId
    accountName
    accountDomain
    city
    country
    lifecycle
    tags
    ownerName
    archived
    mayArchive
    erased
    createdAt
    updatedAt
    version
    fields
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ContactRestoreValuesMutation, ContactRestoreValuesMutationVariables>;
export const ContactEraseDocument = new TypedDocumentString(`
    mutation ContactErase($input: ContactEraseInput!) {
  contactErase(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ContactEraseMutation, ContactEraseMutationVariables>;
export const ContactListDocument = new TypedDocumentString(`
    query ContactList($first: Int!, $after: String, $before: String, $filter: ContactFilter, $sort: RecordSort) {
  contacts(
    first: $first
    after: $after
    before: $before
    filter: $filter
    sort: $sort
  ) {
    stale
    edges {
      cursor
      node {
        id
        fullName
        jobTitle
        seniorityLevel
        department
        email
        emailStatus
        directPhone
        accountId
        accountName
        accountDomain
        city
        country
        lifecycle
        tags
        ownerName
        clientRestrictionId
        clientRestrictionName
        archived
        mayArchive
        erased
        createdAt
        updatedAt
        version
        fields
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ContactListQuery, ContactListQueryVariables>;
export const ContactCountDocument = new TypedDocumentString(`
    query ContactCount($filter: ContactFilter) {
  contacts(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ContactCountQuery, ContactCountQueryVariables>;
export const ContactRecordDocument = new TypedDocumentString(`
    query ContactRecord($id: UUID!) {
  contact(id: $id) {
    id
    fullName
    jobTitle
    email
    emailStatus
    directPhone
    mobilePhone
    phoneStatus
    accountId
    accountName
    accountDomain
    accountLink
    timezone
    ownerName
    archived
    mergedInto
    mayArchive
    erased
    sourceLabel
    importId
    teamName
    clientRestrictionId
    clientRestrictionName
    createdAt
    updatedAt
    version
    fields
  }
}
    `) as unknown as TypedDocumentString<ContactRecordQuery, ContactRecordQueryVariables>;
export const CustomFieldDefineDocument = new TypedDocumentString(`
    mutation CustomFieldDefine($input: CustomFieldDefineInput!) {
  customFieldDefine(input: $input) {
    customField {
      entity
      key
      label
    }
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CustomFieldDefineMutation, CustomFieldDefineMutationVariables>;
export const CustomFieldChangeDocument = new TypedDocumentString(`
    mutation CustomFieldChange($input: CustomFieldChangeInput!) {
  customFieldChange(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CustomFieldChangeMutation, CustomFieldChangeMutationVariables>;
export const CustomFieldArchiveDocument = new TypedDocumentString(`
    mutation CustomFieldArchive($entity: Entity!, $key: String!) {
  customFieldArchive(entity: $entity, key: $key) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CustomFieldArchiveMutation, CustomFieldArchiveMutationVariables>;
export const CustomFieldRestoreDocument = new TypedDocumentString(`
    mutation CustomFieldRestore($entity: Entity!, $key: String!) {
  customFieldRestore(entity: $entity, key: $key) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CustomFieldRestoreMutation, CustomFieldRestoreMutationVariables>;
export const CustomFieldListDocument = new TypedDocumentString(`
    query CustomFieldList($entity: Entity!) {
  customFields(entity: $entity, archived: true) {
    entity
    key
    label
    type
    options {
      value
      label
      retired
    }
    required
    unique
    default
    archived
    createdByName
    createdAt
  }
}
    `) as unknown as TypedDocumentString<CustomFieldListQuery, CustomFieldListQueryVariables>;
export const DomainSetUploadDocument = new TypedDocumentString(`
    mutation DomainSetUpload($input: DomainSetUploadInput!) {
  domainSetUpload(input: $input) {
    id
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetUploadMutation, DomainSetUploadMutationVariables>;
export const DomainSetUpdateDocument = new TypedDocumentString(`
    mutation DomainSetUpdate($input: DomainSetUpdateInput!) {
  domainSetUpdate(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetUpdateMutation, DomainSetUpdateMutationVariables>;
export const DomainSetArchiveDocument = new TypedDocumentString(`
    mutation DomainSetArchive($id: UUID!) {
  domainSetArchive(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetArchiveMutation, DomainSetArchiveMutationVariables>;
export const DomainSetRestoreDocument = new TypedDocumentString(`
    mutation DomainSetRestore($id: UUID!) {
  domainSetRestore(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetRestoreMutation, DomainSetRestoreMutationVariables>;
export const DomainSetMatchDocument = new TypedDocumentString(`
    mutation DomainSetMatch($id: UUID!, $stubs: Boolean) {
  domainSetMatch(id: $id, stubs: $stubs) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetMatchMutation, DomainSetMatchMutationVariables>;
export const DomainSetMatchCancelDocument = new TypedDocumentString(`
    mutation DomainSetMatchCancel($id: UUID!) {
  domainSetMatchCancel(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetMatchCancelMutation, DomainSetMatchCancelMutationVariables>;
export const DomainSetItemJudgeDocument = new TypedDocumentString(`
    mutation DomainSetItemJudge($input: DomainSetItemJudgeInput!) {
  domainSetItemJudge(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetItemJudgeMutation, DomainSetItemJudgeMutationVariables>;
export const DomainSetItemRetractDocument = new TypedDocumentString(`
    mutation DomainSetItemRetract($input: DomainSetItemRetractInput!) {
  domainSetItemRetract(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetItemRetractMutation, DomainSetItemRetractMutationVariables>;
export const DomainSetListDocument = new TypedDocumentString(`
    query DomainSetList($first: Int!, $after: String, $q: String, $archived: Boolean!) {
  domainSets(first: $first, after: $after, q: $q, archived: $archived) {
    edges {
      cursor
      node {
        ...DomainSetShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment DomainSetShown on DomainSet {
  id
  name
  sharing
  teamId
  ownerId
  ownerName
  tags
  source
  fileName
  stubs
  state
  error
  jobId
  items
  repeated
  invalid
  matchedAt
  archived
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<DomainSetListQuery, DomainSetListQueryVariables>;
export const DomainSetCountDocument = new TypedDocumentString(`
    query DomainSetCount($q: String, $archived: Boolean!) {
  domainSets(first: 1, q: $q, archived: $archived) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DomainSetCountQuery, DomainSetCountQueryVariables>;
export const DomainSetOneDocument = new TypedDocumentString(`
    query DomainSetOne($id: UUID!) {
  domainSet(id: $id) {
    ...DomainSetShown
  }
}
    fragment DomainSetShown on DomainSet {
  id
  name
  sharing
  teamId
  ownerId
  ownerName
  tags
  source
  fileName
  stubs
  state
  error
  jobId
  items
  repeated
  invalid
  matchedAt
  archived
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<DomainSetOneQuery, DomainSetOneQueryVariables>;
export const DomainSetFiguresDocument = new TypedDocumentString(`
    query DomainSetFigures($id: UUID!) {
  domainSet(id: $id) {
    contactCount
    usedBy {
      id
      name
      entity
    }
    report {
      items
      exact
      confirmed
      fuzzy
      unknown
      pending
      matchRate
      accounts
      stubs
      lookalikes
    }
  }
}
    `) as unknown as TypedDocumentString<DomainSetFiguresQuery, DomainSetFiguresQueryVariables>;
export const DomainSetWaysDocument = new TypedDocumentString(`
    query DomainSetWays($id: UUID!) {
  domain: domainSetItems(
    id: $id
    first: 1
    filter: {statuses: [MATCHED], via: DOMAIN}
  ) {
    totalCount
  }
  alternate: domainSetItems(
    id: $id
    first: 1
    filter: {statuses: [MATCHED], via: ALTERNATE}
  ) {
    totalCount
  }
  fuzzy: domainSetItems(
    id: $id
    first: 1
    filter: {statuses: [MATCHED], via: FUZZY}
  ) {
    totalCount
  }
  manual: domainSetItems(
    id: $id
    first: 1
    filter: {statuses: [MATCHED], via: MANUAL}
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DomainSetWaysQuery, DomainSetWaysQueryVariables>;
export const DomainSetItemListDocument = new TypedDocumentString(`
    query DomainSetItemList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetItemFilter) {
  domainSetItems(id: $id, first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...DomainSetItemShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment DomainSetItemShown on DomainSetItem {
  number
  domain
  accountName
  notes
  given
  repaired
  resembles
  status
  accountId
  account
  accountDomain
  accountStatus
  via
  confidence
  likeness
  judgedAt
  contacts
}`) as unknown as TypedDocumentString<DomainSetItemListQuery, DomainSetItemListQueryVariables>;
export const DomainSetItemCountDocument = new TypedDocumentString(`
    query DomainSetItemCount($id: UUID!, $filter: DomainSetItemFilter) {
  domainSetItems(id: $id, first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DomainSetItemCountQuery, DomainSetItemCountQueryVariables>;
export const DomainSetLineListDocument = new TypedDocumentString(`
    query DomainSetLineList($id: UUID!, $first: Int!, $after: String) {
  domainSetInvalidLines(id: $id, first: $first, after: $after) {
    edges {
      cursor
      node {
        number
        code
        reason
        given
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    `) as unknown as TypedDocumentString<DomainSetLineListQuery, DomainSetLineListQueryVariables>;
export const DomainSetLineCountDocument = new TypedDocumentString(`
    query DomainSetLineCount($id: UUID!) {
  domainSetInvalidLines(id: $id, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DomainSetLineCountQuery, DomainSetLineCountQueryVariables>;
export const DomainSetContactListDocument = new TypedDocumentString(`
    query DomainSetContactList($id: UUID!, $first: Int!, $after: String, $filter: DomainSetContactFilter) {
  domainSetContacts(id: $id, first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        id
        fullName
        jobTitle
        seniority
        department
        email
        accountId
        accountName
        matchedVia
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    `) as unknown as TypedDocumentString<DomainSetContactListQuery, DomainSetContactListQueryVariables>;
export const DomainSetContactCountDocument = new TypedDocumentString(`
    query DomainSetContactCount($id: UUID!, $filter: DomainSetContactFilter) {
  domainSetContacts(id: $id, first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DomainSetContactCountQuery, DomainSetContactCountQueryVariables>;
export const DomainSetJobDocument = new TypedDocumentString(`
    query DomainSetJob($id: UUID!) {
  job(id: $id) {
    state
    error
    progress {
      ...Progress
    }
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<DomainSetJobQuery, DomainSetJobQueryVariables>;
export const DuplicatesFindDocument = new TypedDocumentString(`
    mutation DuplicatesFind($input: DuplicatesFindInput!) {
  duplicatesFind(input: $input) {
    jobId
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DuplicatesFindMutation, DuplicatesFindMutationVariables>;
export const DuplicatesJudgeDocument = new TypedDocumentString(`
    mutation DuplicatesJudge($input: DuplicatesJudgeInput!) {
  duplicatesJudge(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DuplicatesJudgeMutation, DuplicatesJudgeMutationVariables>;
export const DuplicatesMergeDocument = new TypedDocumentString(`
    mutation DuplicatesMerge($input: DuplicatesMergeInput!) {
  duplicatesMerge(input: $input) {
    position
    bulk {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DuplicatesMergeMutation, DuplicatesMergeMutationVariables>;
export const DuplicateQueueDocument = new TypedDocumentString(`
    query DuplicateQueue($entity: Entity!, $filter: DuplicateFilter, $first: Int!, $after: String) {
  duplicates(entity: $entity, filter: $filter, first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        a
        b
        score
        class
        reasons
        dismissedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    stale
  }
}
    `) as unknown as TypedDocumentString<DuplicateQueueQuery, DuplicateQueueQueryVariables>;
export const DuplicateStandingDocument = new TypedDocumentString(`
    query DuplicateStanding($entity: Entity!) {
  duplicateStanding(entity: $entity) {
    exact
    duplicate
    review
    dismissed
    lookedAt
    lookedRecords
    jobId
  }
}
    `) as unknown as TypedDocumentString<DuplicateStandingQuery, DuplicateStandingQueryVariables>;
export const EmailVerificationStartDocument = new TypedDocumentString(`
    mutation EmailVerificationStart($input: EmailVerificationStartInput!) {
  emailVerificationStart(input: $input) {
    position
    id
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailVerificationStartMutation, EmailVerificationStartMutationVariables>;
export const EmailVerificationCancelDocument = new TypedDocumentString(`
    mutation EmailVerificationCancel($input: EmailVerificationCancelInput!) {
  emailVerificationCancel(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailVerificationCancelMutation, EmailVerificationCancelMutationVariables>;
export const EmailVerificationOneDocument = new TypedDocumentString(`
    query EmailVerificationOne($id: UUID!) {
  emailVerification(id: $id) {
    ...EmailVerificationFull
  }
}
    fragment EmailVerificationFull on EmailVerification {
  id
  state
  byIds
  expected
  importId
  again
  mailboxes
  counts {
    valid
    risky
    invalid
    disposable
    catchAll
    unknown
    noEmail
    refused
    notRun
    known
    changed
    done
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<EmailVerificationOneQuery, EmailVerificationOneQueryVariables>;
export const EmailVerificationListDocument = new TypedDocumentString(`
    query EmailVerificationList($first: Int!, $after: String, $importId: UUID) {
  emailVerifications(first: $first, after: $after, importId: $importId) {
    stale
    edges {
      cursor
      node {
        ...EmailVerificationFull
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment EmailVerificationFull on EmailVerification {
  id
  state
  byIds
  expected
  importId
  again
  mailboxes
  counts {
    valid
    risky
    invalid
    disposable
    catchAll
    unknown
    noEmail
    refused
    notRun
    known
    changed
    done
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<EmailVerificationListQuery, EmailVerificationListQueryVariables>;
export const EmailVerificationCountDocument = new TypedDocumentString(`
    query EmailVerificationCount {
  emailVerifications(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<EmailVerificationCountQuery, EmailVerificationCountQueryVariables>;
export const EmailVerificationContactsDocument = new TypedDocumentString(`
    query EmailVerificationContacts($id: UUID!, $outcome: EmailVerificationOutcome, $first: Int!, $after: String) {
  emailVerificationContacts(
    id: $id
    outcome: $outcome
    first: $first
    after: $after
  ) {
    edges {
      node {
        contactId
        name
        email
        outcome
        reason
        message
        changed
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EmailVerificationContactsQuery, EmailVerificationContactsQueryVariables>;
export const EmailVerificationSettingsDocument = new TypedDocumentString(`
    query EmailVerificationSettings {
  emailVerificationSettings {
    mailboxes
    perMinute
    hostBudget
  }
}
    `) as unknown as TypedDocumentString<EmailVerificationSettingsQuery, EmailVerificationSettingsQueryVariables>;
export const EmailVerificationProgressDocument = new TypedDocumentString(`
    subscription EmailVerificationProgress($id: UUID!) {
  emailVerificationProgress(id: $id) {
    ...EmailVerificationFull
  }
}
    fragment EmailVerificationFull on EmailVerification {
  id
  state
  byIds
  expected
  importId
  again
  mailboxes
  counts {
    valid
    risky
    invalid
    disposable
    catchAll
    unknown
    noEmail
    refused
    notRun
    known
    changed
    done
  }
  reasons {
    code
    message
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<
  EmailVerificationProgressSubscription,
  EmailVerificationProgressSubscriptionVariables
>;
export const IndustrySuggestDocument = new TypedDocumentString(`
    mutation IndustrySuggest($input: IndustrySuggestInput!) {
  industrySuggest(input: $input) {
    jobId
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<IndustrySuggestMutation, IndustrySuggestMutationVariables>;
export const IndustrySuggestionAcceptDocument = new TypedDocumentString(`
    mutation IndustrySuggestionAccept($id: UUID!) {
  industrySuggestionAccept(accountId: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<IndustrySuggestionAcceptMutation, IndustrySuggestionAcceptMutationVariables>;
export const IndustrySuggestionRejectDocument = new TypedDocumentString(`
    mutation IndustrySuggestionReject($input: IndustryRejectInput!) {
  industrySuggestionReject(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<IndustrySuggestionRejectMutation, IndustrySuggestionRejectMutationVariables>;
export const IndustrySuggestionReopenDocument = new TypedDocumentString(`
    mutation IndustrySuggestionReopen($id: UUID!) {
  industrySuggestionReopen(accountId: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<IndustrySuggestionReopenMutation, IndustrySuggestionReopenMutationVariables>;
export const IndustrySuggestionsAcceptAllDocument = new TypedDocumentString(`
    mutation IndustrySuggestionsAcceptAll($input: IndustryAcceptAllInput!) {
  industrySuggestionsAcceptAll(input: $input) {
    bulkId
    accounts
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<
  IndustrySuggestionsAcceptAllMutation,
  IndustrySuggestionsAcceptAllMutationVariables
>;
export const IndustrySuggestionsRejectAllDocument = new TypedDocumentString(`
    mutation IndustrySuggestionsRejectAll($input: IndustryRejectAllInput!) {
  industrySuggestionsRejectAll(input: $input) {
    bulkId
    accounts
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<
  IndustrySuggestionsRejectAllMutation,
  IndustrySuggestionsRejectAllMutationVariables
>;
export const IndustrySuggestionListDocument = new TypedDocumentString(`
    query IndustrySuggestionList($first: Int!, $after: String, $filter: IndustrySuggestionFilter) {
  industrySuggestions(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...IndustrySuggestionShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment IndustrySuggestionShown on IndustrySuggestion {
  accountId
  accountName
  accountDomain
  description
  currentIndustry
  decision
  industry
  naics {
    code
    title
  }
  sic {
    code
    title
  }
  confidence
  suggestedBy
  because {
    place
    words
  }
  suggestedAt
  decidedAt
  decidedByName
  reason
  reverted
}`) as unknown as TypedDocumentString<IndustrySuggestionListQuery, IndustrySuggestionListQueryVariables>;
export const IndustrySuggestionCountDocument = new TypedDocumentString(`
    query IndustrySuggestionCount($filter: IndustrySuggestionFilter) {
  industrySuggestions(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<IndustrySuggestionCountQuery, IndustrySuggestionCountQueryVariables>;
export const IndustrySuggestionCountsDocument = new TypedDocumentString(`
    query IndustrySuggestionCounts {
  industrySuggestionCounts {
    pending
    sure
    accepted
    rejected
    hasModel
  }
}
    `) as unknown as TypedDocumentString<IndustrySuggestionCountsQuery, IndustrySuggestionCountsQueryVariables>;
export const IndustrySuggestionOfDocument = new TypedDocumentString(`
    query IndustrySuggestionOf($id: UUID!) {
  industrySuggestion(accountId: $id) {
    ...IndustrySuggestionShown
  }
}
    fragment IndustrySuggestionShown on IndustrySuggestion {
  accountId
  accountName
  accountDomain
  description
  currentIndustry
  decision
  industry
  naics {
    code
    title
  }
  sic {
    code
    title
  }
  confidence
  suggestedBy
  because {
    place
    words
  }
  suggestedAt
  decidedAt
  decidedByName
  reason
  reverted
}`) as unknown as TypedDocumentString<IndustrySuggestionOfQuery, IndustrySuggestionOfQueryVariables>;
export const IndustrySuggestJobDocument = new TypedDocumentString(`
    query IndustrySuggestJob($id: UUID!) {
  job(id: $id) {
    state
    error
    progress {
      done
      total
      phase
    }
  }
}
    `) as unknown as TypedDocumentString<IndustrySuggestJobQuery, IndustrySuggestJobQueryVariables>;
export const ExportStartDocument = new TypedDocumentString(`
    mutation ExportStart($input: ExportStartInput!) {
  exportStart(input: $input) {
    position
    export {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ExportStartMutation, ExportStartMutationVariables>;
export const ExportCancelDocument = new TypedDocumentString(`
    mutation ExportCancel($input: ExportActionInput!) {
  exportCancel(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ExportCancelMutation, ExportCancelMutationVariables>;
export const ExportLinkDocument = new TypedDocumentString(`
    mutation ExportLink($input: ExportActionInput!) {
  exportLink(input: $input) {
    url
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ExportLinkMutation, ExportLinkMutationVariables>;
export const ExportListDocument = new TypedDocumentString(`
    query ExportList($first: Int!, $after: String) {
  exports(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        entity
        format
        state
        columns
        filter
        createdAt
        createdBy
        mine
        finishedAt
        error
        rows
        asOf
        fileSize
        cutCells
        restricted
        leftOut
        expiresAt
        progress {
          ...Progress
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<ExportListQuery, ExportListQueryVariables>;
export const ExportCountDocument = new TypedDocumentString(`
    query ExportCount {
  exports(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ExportCountQuery, ExportCountQueryVariables>;
export const ImportFixRowsDocument = new TypedDocumentString(`
    mutation ImportFixRows($input: ImportFixRowsInput!) {
  importFixRows(input: $input) {
    position
    import {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportFixRowsMutation, ImportFixRowsMutationVariables>;
export const ImportAgainDocument = new TypedDocumentString(`
    mutation ImportAgain($input: ImportActionInput!) {
  importAgain(input: $input) {
    position
    import {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportAgainMutation, ImportAgainMutationVariables>;
export const ImportRejectedRowsDocument = new TypedDocumentString(`
    query ImportRejectedRows($id: UUID!, $first: Int!, $after: String) {
  importRejectedRows(id: $id, first: $first, after: $after) {
    rows {
      row
      cells
      reasons {
        code
        field
        message
      }
      fix {
        importId
        outcome
      }
    }
    endCursor
    hasNextPage
  }
}
    `) as unknown as TypedDocumentString<ImportRejectedRowsQuery, ImportRejectedRowsQueryVariables>;
export const ImportMapDocument = new TypedDocumentString(`
    mutation ImportMap($input: ImportMapInput!) {
  importMap(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportMapMutation, ImportMapMutationVariables>;
export const ImportChooseSheetDocument = new TypedDocumentString(`
    mutation ImportChooseSheet($input: ImportChooseSheetInput!) {
  importChooseSheet(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportChooseSheetMutation, ImportChooseSheetMutationVariables>;
export const ImportPreviewDocument = new TypedDocumentString(`
    mutation ImportPreview($input: ImportActionInput!) {
  importPreview(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportPreviewMutation, ImportPreviewMutationVariables>;
export const ImportStartDocument = new TypedDocumentString(`
    mutation ImportStart($input: ImportActionInput!, $verifyEmails: Boolean!) {
  importStart(input: $input, verifyEmails: $verifyEmails) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportStartMutation, ImportStartMutationVariables>;
export const ImportCancelDocument = new TypedDocumentString(`
    mutation ImportCancel($input: ImportActionInput!) {
  importCancel(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportCancelMutation, ImportCancelMutationVariables>;
export const ImportPreviewRowsDocument = new TypedDocumentString(`
    query ImportPreviewRows($id: UUID!, $list: ImportPreviewList!, $first: Int!, $after: String) {
  importPreviewRows(id: $id, list: $list, first: $first, after: $after) {
    rows {
      row
      entity
      recordId
      intoRow
      name
      changes {
        field
        label
        old
        new
        kept
        rule
      }
      reasons {
        code
        field
        message
        rejected
      }
    }
    endCursor
    hasNextPage
  }
}
    `) as unknown as TypedDocumentString<ImportPreviewRowsQuery, ImportPreviewRowsQueryVariables>;
export const ImportListDocument = new TypedDocumentString(`
    query ImportList($first: Int!, $after: String) {
  imports(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        name
        fileName
        fileSize
        state
        createdAt
        createdBy
        startedAt
        finishedAt
        position
        rowCount
        error
        outcomes {
          read
          created
          updated
          unchanged
          mergedInFile
          matchesArchived
          rejected
          notRun
          warnings
        }
        progress {
          ...Progress
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<ImportListQuery, ImportListQueryVariables>;
export const ImportCountDocument = new TypedDocumentString(`
    query ImportCount {
  imports(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ImportCountQuery, ImportCountQueryVariables>;
export const ImportRecordDocument = new TypedDocumentString(`
    query ImportRecord($id: UUID!) {
  import(id: $id) {
    ...ImportFull
  }
}
    fragment ImportUndoRun on ImportUndo {
  state
  startedAt
  finishedAt
  contacts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  accounts {
    archived
    reverted
    partly
    kept
    nothing
    gone
  }
  progress {
    ...Progress
  }
}
fragment ImportFull on Import {
  id
  name
  fileName
  fileSize
  fileHash
  state
  createdAt
  createdBy
  encoding
  delimiter
  headerRow
  rowCount
  defaultCountry
  kind
  suppliedById
  suppliedByName
  sheet
  sheets {
    name
    rows
  }
  parentId
  fixedRows
  usedBefore {
    importId
    name
    at
    kind
    defaultCountry
  }
  undo {
    ...ImportUndoRun
  }
  undoPreview {
    ...ImportUndoRun
  }
  preview {
    state
    startedAt
    finishedAt
    expiresAt
    error
    accountsCreated
    accountsUpdated
    outcomes {
      read
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
      rejected
      notRun
      warnings
    }
    progress {
      ...Progress
    }
  }
  accountsCreated
  accountsUpdated
  startedAt
  finishedAt
  position
  error
  rejectFileUrl
  filesRemovedAt
  columns {
    index
    header
    samples
    suggestedField
    suggestedEntity
    suggestedRule
    usedBefore
    guess {
      field
      entity
      confidence
    }
    confidence
  }
  mapping {
    column
    entity
    field
    rule
  }
  outcomes {
    read
    created
    updated
    unchanged
    mergedInFile
    matchesArchived
    rejected
    notRun
    warnings
  }
  problems {
    code
    message
    example
    rows
    rejected
  }
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<ImportRecordQuery, ImportRecordQueryVariables>;
export const ImportContactsDocument = new TypedDocumentString(`
    query ImportContacts($id: UUID!) {
  import(id: $id) {
    contacts {
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
    }
  }
}
    `) as unknown as TypedDocumentString<ImportContactsQuery, ImportContactsQueryVariables>;
export const ImportNameDocument = new TypedDocumentString(`
    query ImportName($id: UUID!) {
  import(id: $id) {
    name
  }
}
    `) as unknown as TypedDocumentString<ImportNameQuery, ImportNameQueryVariables>;
export const ImportUndoRowsDocument = new TypedDocumentString(`
    query ImportUndoRows($id: UUID!, $list: ImportUndoList!, $first: Int!, $after: String) {
  importUndoRows(id: $id, list: $list, first: $first, after: $after) {
    rows {
      ...UndoRow
    }
    endCursor
    hasNextPage
  }
}
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}`) as unknown as TypedDocumentString<ImportUndoRowsQuery, ImportUndoRowsQueryVariables>;
export const ImportUndoLeftDocument = new TypedDocumentString(`
    query ImportUndoLeft($id: UUID!, $first: Int!, $after: String) {
  importUndoLeft(id: $id, first: $first, after: $after) {
    rows {
      ...UndoRow
    }
    endCursor
    hasNextPage
  }
}
    fragment UndoRow on ImportUndoRow {
  entity
  recordId
  name
  outcome
  changes {
    field
    label
    old
    new
  }
  conflicts {
    field
    label
    reason
    message
  }
}`) as unknown as TypedDocumentString<ImportUndoLeftQuery, ImportUndoLeftQueryVariables>;
export const ImportUndoPreviewDocument = new TypedDocumentString(`
    mutation ImportUndoPreview($input: ImportActionInput!) {
  importUndoPreview(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportUndoPreviewMutation, ImportUndoPreviewMutationVariables>;
export const ImportUndoDocument = new TypedDocumentString(`
    mutation ImportUndo($input: ImportUndoInput!) {
  importUndo(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportUndoMutation, ImportUndoMutationVariables>;
export const ImportUndoCancelDocument = new TypedDocumentString(`
    mutation ImportUndoCancel($input: ImportActionInput!) {
  importUndoCancel(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ImportUndoCancelMutation, ImportUndoCancelMutationVariables>;
export const ImportProgressDocument = new TypedDocumentString(`
    subscription ImportProgress($id: UUID!) {
  importProgress(id: $id) {
    id
    state
    startedAt
    finishedAt
    position
    error
    outcomes {
      read
      created
      updated
      unchanged
      mergedInFile
      matchesArchived
      rejected
      notRun
      warnings
    }
    progress {
      ...Progress
    }
  }
}
    fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<ImportProgressSubscription, ImportProgressSubscriptionVariables>;
export const ListCreateDocument = new TypedDocumentString(`
    mutation ListCreate($input: ListCreateInput!) {
  listCreate(input: $input) {
    ...ListChangeMade
  }
}
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListCreateMutation, ListCreateMutationVariables>;
export const ListUpdateDocument = new TypedDocumentString(`
    mutation ListUpdate($input: ListUpdateInput!) {
  listUpdate(input: $input) {
    ...ListWritten
  }
}
    fragment ListWritten on ListPayload {
  position
  list {
    ...ListParts
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListUpdateMutation, ListUpdateMutationVariables>;
export const ListArchiveDocument = new TypedDocumentString(`
    mutation ListArchive($id: UUID!) {
  listArchive(id: $id) {
    ...ListWritten
  }
}
    fragment ListWritten on ListPayload {
  position
  list {
    ...ListParts
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListArchiveMutation, ListArchiveMutationVariables>;
export const ListRestoreDocument = new TypedDocumentString(`
    mutation ListRestore($id: UUID!) {
  listRestore(id: $id) {
    ...ListWritten
  }
}
    fragment ListWritten on ListPayload {
  position
  list {
    ...ListParts
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListRestoreMutation, ListRestoreMutationVariables>;
export const ListAddDocument = new TypedDocumentString(`
    mutation ListAdd($input: ListChangeInput!) {
  listAdd(input: $input) {
    ...ListChangeMade
  }
}
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListAddMutation, ListAddMutationVariables>;
export const ListRemoveDocument = new TypedDocumentString(`
    mutation ListRemove($input: ListChangeInput!) {
  listRemove(input: $input) {
    ...ListChangeMade
  }
}
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListRemoveMutation, ListRemoveMutationVariables>;
export const ListUndoDocument = new TypedDocumentString(`
    mutation ListUndo($input: ListUndoInput!) {
  listUndo(input: $input) {
    ...ListWritten
  }
}
    fragment ListWritten on ListPayload {
  position
  list {
    ...ListParts
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListUndoMutation, ListUndoMutationVariables>;
export const ListCombineDocument = new TypedDocumentString(`
    mutation ListCombine($input: ListCombineInput!) {
  listCombine(input: $input) {
    ...ListChangeMade
  }
}
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListCombineMutation, ListCombineMutationVariables>;
export const ListSnapshotDocument = new TypedDocumentString(`
    mutation ListSnapshot($input: ListSnapshotInput!) {
  listSnapshot(input: $input) {
    ...ListChangeMade
  }
}
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ListSnapshotMutation, ListSnapshotMutationVariables>;
export const SegmentConvertToListDocument = new TypedDocumentString(`
    mutation SegmentConvertToList($input: SegmentConvertToListInput!) {
  segmentConvertToList(input: $input) {
    ...ListChangeMade
  }
}
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentConvertToListMutation, SegmentConvertToListMutationVariables>;
export const DomainSetConvertToListDocument = new TypedDocumentString(`
    mutation DomainSetConvertToList($input: DomainSetConvertToListInput!) {
  domainSetConvertToList(input: $input) {
    ...ListChangeMade
  }
}
    fragment ListChangeMade on ListChangePayload {
  position
  list {
    ...ListParts
  }
  change {
    id
    asked
    changed
    unchanged
    refused {
      entry
      code
      message
    }
    refusedCount
    bulkId
  }
  userErrors {
    ...Refusal
  }
}
fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DomainSetConvertToListMutation, DomainSetConvertToListMutationVariables>;
export const ListsDocument = new TypedDocumentString(`
    query Lists($first: Int!, $after: String, $before: String, $filter: ListsFilter, $sort: RecordSort) {
  lists(
    first: $first
    after: $after
    before: $before
    filter: $filter
    sort: $sort
  ) {
    stale
    edges {
      cursor
      node {
        ...ListParts
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}`) as unknown as TypedDocumentString<ListsQuery, ListsQueryVariables>;
export const ListCountDocument = new TypedDocumentString(`
    query ListCount($filter: ListsFilter) {
  lists(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ListCountQuery, ListCountQueryVariables>;
export const ListTagsDocument = new TypedDocumentString(`
    query ListTags($filter: ListsFilter) {
  lists(first: 100, filter: $filter) {
    edges {
      node {
        tags
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListTagsQuery, ListTagsQueryVariables>;
export const ListOneDocument = new TypedDocumentString(`
    query ListOne($id: UUID!) {
  list(id: $id) {
    ...ListParts
  }
}
    fragment ListParts on List {
  id
  entity
  name
  tags
  visibility
  teamId
  ownerId
  ownerName
  source
  reference
  fill
  snapshotAt
  members
  membersChangedAt
  archived
  createdAt
  updatedAt
  mayEdit
  mayShare
}`) as unknown as TypedDocumentString<ListOneQuery, ListOneQueryVariables>;
export const ListUsesDocument = new TypedDocumentString(`
    query ListUses($id: UUID!) {
  list(id: $id) {
    usedBy {
      kind
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ListUsesQuery, ListUsesQueryVariables>;
export const PhoneLookupStartDocument = new TypedDocumentString(`
    mutation PhoneLookupStart($input: PhoneLookupStartInput!) {
  phoneLookupStart(input: $input) {
    position
    id
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PhoneLookupStartMutation, PhoneLookupStartMutationVariables>;
export const PhoneLookupCancelDocument = new TypedDocumentString(`
    mutation PhoneLookupCancel($input: PhoneLookupCancelInput!) {
  phoneLookupCancel(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PhoneLookupCancelMutation, PhoneLookupCancelMutationVariables>;
export const PhoneLookupOneDocument = new TypedDocumentString(`
    query PhoneLookupOne($id: UUID!) {
  phoneLookup(id: $id) {
    ...PhoneLookupFull
  }
}
    fragment PhoneLookupFull on PhoneLookup {
  id
  state
  byIds
  expected
  importId
  again
  which
  provider
  counts {
    mobile
    fixedLine
    notFound
    voip
    other
    notValid
    noPhone
    refused
    notRun
    known
    changed
    done
  }
  lines {
    code
    label
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<PhoneLookupOneQuery, PhoneLookupOneQueryVariables>;
export const PhoneLookupListDocument = new TypedDocumentString(`
    query PhoneLookupList($first: Int!, $after: String, $importId: UUID) {
  phoneLookups(first: $first, after: $after, importId: $importId) {
    stale
    edges {
      cursor
      node {
        ...PhoneLookupFull
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PhoneLookupFull on PhoneLookup {
  id
  state
  byIds
  expected
  importId
  again
  which
  provider
  counts {
    mobile
    fixedLine
    notFound
    voip
    other
    notValid
    noPhone
    refused
    notRun
    known
    changed
    done
  }
  lines {
    code
    label
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<PhoneLookupListQuery, PhoneLookupListQueryVariables>;
export const PhoneLookupCountDocument = new TypedDocumentString(`
    query PhoneLookupCount {
  phoneLookups(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PhoneLookupCountQuery, PhoneLookupCountQueryVariables>;
export const PhoneLookupContactsDocument = new TypedDocumentString(`
    query PhoneLookupContacts($id: UUID!, $outcome: PhoneLookupOutcome, $first: Int!, $after: String) {
  phoneLookupContacts(id: $id, outcome: $outcome, first: $first, after: $after) {
    edges {
      node {
        contactId
        accountId
        name
        phone
        carrier
        outcome
        line
        lineLabel
        changed
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PhoneLookupContactsQuery, PhoneLookupContactsQueryVariables>;
export const PhoneLookupSettingsDocument = new TypedDocumentString(`
    query PhoneLookupSettings {
  phoneLookupSettings {
    provider
    perMinute
    keptDays
  }
}
    `) as unknown as TypedDocumentString<PhoneLookupSettingsQuery, PhoneLookupSettingsQueryVariables>;
export const PhoneLookupProgressDocument = new TypedDocumentString(`
    subscription PhoneLookupProgress($id: UUID!) {
  phoneLookupProgress(id: $id) {
    ...PhoneLookupFull
  }
}
    fragment PhoneLookupFull on PhoneLookup {
  id
  state
  byIds
  expected
  importId
  again
  which
  provider
  counts {
    mobile
    fixedLine
    notFound
    voip
    other
    notValid
    noPhone
    refused
    notRun
    known
    changed
    done
  }
  lines {
    code
    label
    count
  }
  createdAt
  createdBy
  finishedAt
  error
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<PhoneLookupProgressSubscription, PhoneLookupProgressSubscriptionVariables>;
export const SavedViewCreateDocument = new TypedDocumentString(`
    mutation SavedViewCreate($input: SavedViewCreateInput!) {
  savedViewCreate(input: $input) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    ...Refusal
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SavedViewCreateMutation, SavedViewCreateMutationVariables>;
export const SavedViewChangeDocument = new TypedDocumentString(`
    mutation SavedViewChange($input: SavedViewChangeInput!) {
  savedViewChange(input: $input) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    ...Refusal
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SavedViewChangeMutation, SavedViewChangeMutationVariables>;
export const SavedViewDeleteDocument = new TypedDocumentString(`
    mutation SavedViewDelete($id: UUID!) {
  savedViewDelete(id: $id) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    ...Refusal
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SavedViewDeleteMutation, SavedViewDeleteMutationVariables>;
export const SavedViewRestoreDocument = new TypedDocumentString(`
    mutation SavedViewRestore($id: UUID!) {
  savedViewRestore(id: $id) {
    ...SavedViewChanged
  }
}
    fragment SavedViewChanged on SavedViewPayload {
  position
  savedView {
    ...SavedViewParts
  }
  userErrors {
    ...Refusal
  }
}
fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SavedViewRestoreMutation, SavedViewRestoreMutationVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($entity: Entity!) {
  savedViews(entity: $entity) {
    ...SavedViewParts
  }
}
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SavedViewDocument = new TypedDocumentString(`
    query SavedView($id: UUID!) {
  savedView(id: $id) {
    ...SavedViewParts
  }
}
    fragment SavedViewParts on SavedView {
  id
  entity
  name
  sharing
  teamId
  ownerId
  ownerName
  isPreset
  mayChange
  deleted
  content
}`) as unknown as TypedDocumentString<SavedViewQuery, SavedViewQueryVariables>;
export const SegmentCreateDocument = new TypedDocumentString(`
    mutation SegmentCreate($input: SegmentCreateInput!) {
  segmentCreate(input: $input) {
    ...SegmentChanged
  }
}
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentCreateMutation, SegmentCreateMutationVariables>;
export const SegmentUpdateDocument = new TypedDocumentString(`
    mutation SegmentUpdate($input: SegmentUpdateInput!) {
  segmentUpdate(input: $input) {
    ...SegmentChanged
  }
}
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentUpdateMutation, SegmentUpdateMutationVariables>;
export const SegmentDefineDocument = new TypedDocumentString(`
    mutation SegmentDefine($id: UUID!, $filter: JSON!) {
  segmentDefine(id: $id, filter: $filter) {
    ...SegmentChanged
  }
}
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentDefineMutation, SegmentDefineMutationVariables>;
export const SegmentSwitchDocument = new TypedDocumentString(`
    mutation SegmentSwitch($id: UUID!, $active: Boolean!) {
  segmentSwitch(id: $id, active: $active) {
    ...SegmentChanged
  }
}
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentSwitchMutation, SegmentSwitchMutationVariables>;
export const SegmentRefreshDocument = new TypedDocumentString(`
    mutation SegmentRefresh($id: UUID!) {
  segmentRefresh(id: $id) {
    ...SegmentChanged
  }
}
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentRefreshMutation, SegmentRefreshMutationVariables>;
export const SegmentArchiveDocument = new TypedDocumentString(`
    mutation SegmentArchive($id: UUID!) {
  segmentArchive(id: $id) {
    ...SegmentChanged
  }
}
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentArchiveMutation, SegmentArchiveMutationVariables>;
export const SegmentRestoreDocument = new TypedDocumentString(`
    mutation SegmentRestore($id: UUID!) {
  segmentRestore(id: $id) {
    ...SegmentChanged
  }
}
    fragment SegmentChanged on SegmentPayload {
  position
  id
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SegmentRestoreMutation, SegmentRestoreMutationVariables>;
export const SegmentListDocument = new TypedDocumentString(`
    query SegmentList($first: Int!, $after: String, $filter: SegmentFilterInput) {
  segments(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...SegmentParts
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment SegmentParts on Segment {
  id
  entity
  name
  description
  tags
  sharing
  teamId
  ownerId
  ownerName
  filter
  active
  archived
  members
  changedAt
  refreshedAt
  settled
  behindSince
  createdAt
  updatedAt
  mayEdit
  mayShare
}`) as unknown as TypedDocumentString<SegmentListQuery, SegmentListQueryVariables>;
export const SegmentCountDocument = new TypedDocumentString(`
    query SegmentCount($filter: SegmentFilterInput) {
  segments(first: 0, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SegmentCountQuery, SegmentCountQueryVariables>;
export const SegmentDocument = new TypedDocumentString(`
    query Segment($id: UUID!) {
  segment(id: $id) {
    ...SegmentParts
    usedBy {
      id
      name
    }
  }
}
    fragment SegmentParts on Segment {
  id
  entity
  name
  description
  tags
  sharing
  teamId
  ownerId
  ownerName
  filter
  active
  archived
  members
  changedAt
  refreshedAt
  settled
  behindSince
  createdAt
  updatedAt
  mayEdit
  mayShare
}`) as unknown as TypedDocumentString<SegmentQuery, SegmentQueryVariables>;
export const SegmentPreviewDocument = new TypedDocumentString(`
    query SegmentPreview($entity: Entity!, $filter: JSON!, $sample: Int!) {
  segmentPreview(entity: $entity, filter: $filter, sample: $sample) {
    count
    contacts {
      id
      fullName
      email
      erased
      jobTitle
      accountName
      country
    }
    accounts {
      id
      name
      domain
      industry
      hqCountry
    }
  }
}
    `) as unknown as TypedDocumentString<SegmentPreviewQuery, SegmentPreviewQueryVariables>;
export const SegmentBreakdownDocument = new TypedDocumentString(`
    query SegmentBreakdown($entity: Entity!, $filter: JSON!) {
  segmentBreakdown(entity: $entity, filter: $filter) {
    count
    charts {
      field
      groups {
        value
        count
      }
      otherValues
      others
      none
    }
  }
}
    `) as unknown as TypedDocumentString<SegmentBreakdownQuery, SegmentBreakdownQueryVariables>;
export const SegmentReachDocument = new TypedDocumentString(`
    query SegmentReach($filter: JSON!) {
  segmentReach(filter: $filter) {
    count
    channels {
      channel
      reachable
      reachableFilter
      excluded {
        reason
        count
        filter
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SegmentReachQuery, SegmentReachQueryVariables>;
export const SegmentMembersDocument = new TypedDocumentString(`
    query SegmentMembers($id: UUID!, $at: DateTime, $first: Int!, $after: String) {
  segmentMembers(id: $id, at: $at, first: $first, after: $after) {
    edges {
      node {
        ...SegmentMemberParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SegmentMemberParts on SegmentMember {
  recordId
  enteredAt
  leftAt
  contact {
    fullName
    email
    erased
    jobTitle
    accountName
  }
  account {
    name
    domain
    industry
    hqCountry
  }
}`) as unknown as TypedDocumentString<SegmentMembersQuery, SegmentMembersQueryVariables>;
export const SegmentMemberCountDocument = new TypedDocumentString(`
    query SegmentMemberCount($id: UUID!, $at: DateTime) {
  segmentMembers(id: $id, at: $at, first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SegmentMemberCountQuery, SegmentMemberCountQueryVariables>;
export const SegmentMovedDocument = new TypedDocumentString(`
    query SegmentMoved($id: UUID!, $moved: SegmentMove!, $since: DateTime!, $first: Int!, $after: String) {
  segmentMoved(
    id: $id
    moved: $moved
    since: $since
    first: $first
    after: $after
  ) {
    edges {
      node {
        ...SegmentMemberParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SegmentMemberParts on SegmentMember {
  recordId
  enteredAt
  leftAt
  contact {
    fullName
    email
    erased
    jobTitle
    accountName
  }
  account {
    name
    domain
    industry
    hqCountry
  }
}`) as unknown as TypedDocumentString<SegmentMovedQuery, SegmentMovedQueryVariables>;
export const SegmentMovesDocument = new TypedDocumentString(`
    query SegmentMoves($id: UUID!, $since: DateTime!) {
  segmentMoves(id: $id, since: $since) {
    entered
    left
  }
}
    `) as unknown as TypedDocumentString<SegmentMovesQuery, SegmentMovesQueryVariables>;
export const SegmentDaysDocument = new TypedDocumentString(`
    query SegmentDays($id: UUID!, $from: NaiveDate!, $to: NaiveDate!) {
  segmentDays(id: $id, from: $from, to: $to) {
    day
    members
    entered
    left
  }
}
    `) as unknown as TypedDocumentString<SegmentDaysQuery, SegmentDaysQueryVariables>;
export const SegmentWhyDocument = new TypedDocumentString(`
    query SegmentWhy($id: UUID!, $recordId: UUID!) {
  segmentWhy(id: $id, recordId: $recordId) {
    member
    fulfils
    conditions {
      sentence
      holds
    }
    stays {
      enteredAt
      enteredBecause {
        ...SegmentReasonParts
      }
      leftAt
      leftBecause {
        ...SegmentReasonParts
      }
    }
  }
}
    fragment SegmentReasonParts on SegmentReason {
  cause
  conditions {
    sentence
    holds
  }
}`) as unknown as TypedDocumentString<SegmentWhyQuery, SegmentWhyQueryVariables>;
export const SurvivorshipRulesDocument = new TypedDocumentString(`
    query SurvivorshipRules($entity: Entity!) {
  survivorship(entity: $entity) {
    ...SurvivorshipShown
  }
}
    fragment SurvivorshipShown on Survivorship {
  entity
  isDefault
  changedAt
  everywhere
  sources {
    source
    label
  }
  fields {
    field
    label
    order
  }
  preview {
    id
    everywhere
    fields {
      field
      label
      order
    }
    startedAt
    running
    progress {
      ...Progress
    }
    records
    changed
    counts {
      field
      label
      count
    }
    expiresAt
    appliedBy
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<SurvivorshipRulesQuery, SurvivorshipRulesQueryVariables>;
export const SurvivorshipPreviewRowsDocument = new TypedDocumentString(`
    query SurvivorshipPreviewRows($entity: Entity!, $first: Int!, $after: String) {
  survivorshipPreviewRows(entity: $entity, first: $first, after: $after) {
    rows {
      recordId
      name
      fields {
        field
        label
        now
        nowSource
        nowAt
        then
        thenSource
        thenAt
      }
    }
    endCursor
    hasNextPage
  }
}
    `) as unknown as TypedDocumentString<SurvivorshipPreviewRowsQuery, SurvivorshipPreviewRowsQueryVariables>;
export const SurvivorshipChangeDocument = new TypedDocumentString(`
    mutation SurvivorshipChange($input: SurvivorshipInput!, $expected: SurvivorshipInput) {
  survivorshipChange(input: $input, expected: $expected) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SurvivorshipChangeMutation, SurvivorshipChangeMutationVariables>;
export const SurvivorshipPreviewDocument = new TypedDocumentString(`
    mutation SurvivorshipPreview($input: SurvivorshipInput!) {
  survivorshipPreview(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SurvivorshipPreviewMutation, SurvivorshipPreviewMutationVariables>;
export const SurvivorshipCancelPreviewDocument = new TypedDocumentString(`
    mutation SurvivorshipCancelPreview($entity: Entity!) {
  survivorshipCancelPreview(entity: $entity) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SurvivorshipCancelPreviewMutation, SurvivorshipCancelPreviewMutationVariables>;
export const SurvivorshipApplyDocument = new TypedDocumentString(`
    mutation SurvivorshipApply($entity: Entity!, $preview: UUID!) {
  survivorshipApply(entity: $entity, preview: $preview) {
    bulkId
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SurvivorshipApplyMutation, SurvivorshipApplyMutationVariables>;
export const CampaignAudienceHealthDocument = new TypedDocumentString(`
    query CampaignAudienceHealth($id: UUID, $include: [AudienceSourceInput!], $exclude: [AudienceSourceInput!], $clientId: UUID) {
  campaignAudienceHealth(
    id: $id
    include: $include
    exclude: $exclude
    channel: EMAIL
    clientId: $clientId
  ) {
    total
    reachable
    excluded {
      reason
      label
      count
    }
    domains {
      domain
      count
    }
    zonesUnknown
    asOf
  }
}
    `) as unknown as TypedDocumentString<CampaignAudienceHealthQuery, CampaignAudienceHealthQueryVariables>;
export const CampaignSourceCountDocument = new TypedDocumentString(`
    query CampaignSourceCount($include: [AudienceSourceInput!]) {
  campaignAudienceHealth(include: $include, channel: EMAIL) {
    total
  }
}
    `) as unknown as TypedDocumentString<CampaignSourceCountQuery, CampaignSourceCountQueryVariables>;
export const CampaignPreflightDocument = new TypedDocumentString(`
    query CampaignPreflight($id: UUID!) {
  campaignPreflight(id: $id) {
    code
    level
    message
    step
    detail
  }
}
    `) as unknown as TypedDocumentString<CampaignPreflightQuery, CampaignPreflightQueryVariables>;
export const CampaignEstimateDocument = new TypedDocumentString(`
    query CampaignEstimate($id: UUID!, $reachable: Int) {
  campaignEstimate(id: $id, reachable: $reachable) {
    startsAt
    endsAbout
    words
  }
}
    `) as unknown as TypedDocumentString<CampaignEstimateQuery, CampaignEstimateQueryVariables>;
export const CampaignLinksDocument = new TypedDocumentString(`
    query CampaignLinks($id: UUID!) {
  campaignLinks(id: $id) {
    n
    name
    url
    variant
  }
}
    `) as unknown as TypedDocumentString<CampaignLinksQuery, CampaignLinksQueryVariables>;
export const CampaignContentPreviewDocument = new TypedDocumentString(`
    query CampaignContentPreview($id: UUID!, $variant: String!, $contactId: UUID) {
  campaignContentPreview(id: $id, variant: $variant, contactId: $contactId) {
    subject
    preheader
    html
    text
    bytes
    emptyTags
    problems {
      severity
      code
      part
      line
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignContentPreviewQuery, CampaignContentPreviewQueryVariables>;
export const CampaignCreateDocument = new TypedDocumentString(`
    mutation CampaignCreate($input: CampaignCreateInput!) {
  campaignCreate(input: $input) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignCreateMutation, CampaignCreateMutationVariables>;
export const CampaignCopyDocument = new TypedDocumentString(`
    mutation CampaignCopy($id: UUID!, $idempotencyKey: String) {
  campaignCopy(id: $id, idempotencyKey: $idempotencyKey) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignCopyMutation, CampaignCopyMutationVariables>;
export const CampaignUpdateDocument = new TypedDocumentString(`
    mutation CampaignUpdate($input: CampaignUpdateInput!) {
  campaignUpdate(input: $input) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignUpdateMutation, CampaignUpdateMutationVariables>;
export const CampaignAudienceDefineDocument = new TypedDocumentString(`
    mutation CampaignAudienceDefine($id: UUID!, $include: [AudienceSourceInput!]!, $exclude: [AudienceSourceInput!]) {
  campaignAudienceDefine(id: $id, include: $include, exclude: $exclude) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignAudienceDefineMutation, CampaignAudienceDefineMutationVariables>;
export const CampaignContentDefineDocument = new TypedDocumentString(`
    mutation CampaignContentDefine($id: UUID!, $input: EmailContentInput!) {
  campaignContentDefine(id: $id, input: $input) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignContentDefineMutation, CampaignContentDefineMutationVariables>;
export const CampaignScheduleDefineDocument = new TypedDocumentString(`
    mutation CampaignScheduleDefine($id: UUID!, $input: CampaignScheduleInput!) {
  campaignScheduleDefine(id: $id, input: $input) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignScheduleDefineMutation, CampaignScheduleDefineMutationVariables>;
export const CampaignConfirmDocument = new TypedDocumentString(`
    mutation CampaignConfirm($id: UUID!, $codes: [CampaignConfirmationCode!]!) {
  campaignConfirm(id: $id, codes: $codes) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignConfirmMutation, CampaignConfirmMutationVariables>;
export const CampaignSeedTestDocument = new TypedDocumentString(`
    mutation CampaignSeedTest($id: UUID!, $to: [UUID!]!, $contactId: UUID) {
  campaignSeedTest(id: $id, to: $to, contactId: $contactId) {
    position
    sentTo
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignSeedTestMutation, CampaignSeedTestMutationVariables>;
export const CampaignLaunchDocument = new TypedDocumentString(`
    mutation CampaignLaunch($id: UUID!, $idempotencyKey: String) {
  campaignLaunch(id: $id, idempotencyKey: $idempotencyKey) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignLaunchMutation, CampaignLaunchMutationVariables>;
export const CampaignScheduleDocument = new TypedDocumentString(`
    mutation CampaignSchedule($id: UUID!) {
  campaignSchedule(id: $id) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignScheduleMutation, CampaignScheduleMutationVariables>;
export const CampaignUnscheduleDocument = new TypedDocumentString(`
    mutation CampaignUnschedule($id: UUID!) {
  campaignUnschedule(id: $id) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignUnscheduleMutation, CampaignUnscheduleMutationVariables>;
export const CampaignPauseDocument = new TypedDocumentString(`
    mutation CampaignPause($id: UUID!, $reason: String) {
  campaignPause(id: $id, reason: $reason) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignPauseMutation, CampaignPauseMutationVariables>;
export const CampaignResumeDocument = new TypedDocumentString(`
    mutation CampaignResume($id: UUID!, $reason: String, $acceptedAfterRestore: Boolean!) {
  campaignResume(
    id: $id
    reason: $reason
    acceptedAfterRestore: $acceptedAfterRestore
  ) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignResumeMutation, CampaignResumeMutationVariables>;
export const CampaignStopDocument = new TypedDocumentString(`
    mutation CampaignStop($id: UUID!, $reason: String) {
  campaignStop(id: $id, reason: $reason) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignStopMutation, CampaignStopMutationVariables>;
export const CampaignTakeRetryDocument = new TypedDocumentString(`
    mutation CampaignTakeRetry($id: UUID!) {
  campaignTakeRetry(id: $id) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignTakeRetryMutation, CampaignTakeRetryMutationVariables>;
export const CampaignTopUpDocument = new TypedDocumentString(`
    mutation CampaignTopUp($id: UUID!) {
  campaignTopUp(id: $id) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignTopUpMutation, CampaignTopUpMutationVariables>;
export const CampaignPaceChangeDocument = new TypedDocumentString(`
    mutation CampaignPaceChange($id: UUID!, $perSecond: Int, $windows: CampaignWindowsInput) {
  campaignPaceChange(id: $id, perSecond: $perSecond, windows: $windows) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignPaceChangeMutation, CampaignPaceChangeMutationVariables>;
export const CampaignWinnerChooseDocument = new TypedDocumentString(`
    mutation CampaignWinnerChoose($id: UUID!, $variant: String!) {
  campaignWinnerChoose(id: $id, variant: $variant) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignWinnerChooseMutation, CampaignWinnerChooseMutationVariables>;
export const CampaignArchiveDocument = new TypedDocumentString(`
    mutation CampaignArchive($id: UUID!) {
  campaignArchive(id: $id) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignArchiveMutation, CampaignArchiveMutationVariables>;
export const CampaignRestoreDocument = new TypedDocumentString(`
    mutation CampaignRestore($id: UUID!) {
  campaignRestore(id: $id) {
    ...CampaignWritten
  }
}
    fragment CampaignWritten on CampaignPayload {
  position
  campaign {
    id
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CampaignRestoreMutation, CampaignRestoreMutationVariables>;
export const CampaignListDocument = new TypedDocumentString(`
    query CampaignList($first: Int!, $after: String, $before: String, $filter: CampaignsFilter, $sort: RecordSort) {
  campaigns(
    first: $first
    after: $after
    before: $before
    filter: $filter
    sort: $sort
  ) {
    edges {
      cursor
      node {
        ...CampaignRow
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment CampaignRow on Campaign {
  id
  channel
  name
  state
  archived
  tags
  ownerName
  clientName
  brandName
  audienceCount
  startAt
  launchedAt
  endedAt
  createdAt
  updatedAt
  pausedBecause {
    reason
    words
    at
  }
}`) as unknown as TypedDocumentString<CampaignListQuery, CampaignListQueryVariables>;
export const CampaignCountDocument = new TypedDocumentString(`
    query CampaignCount($filter: CampaignsFilter) {
  campaigns(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CampaignCountQuery, CampaignCountQueryVariables>;
export const CampaignDocument = new TypedDocumentString(`
    query Campaign($id: UUID!) {
  campaign(id: $id) {
    ...CampaignParts
  }
}
    fragment CampaignRow on Campaign {
  id
  channel
  name
  state
  archived
  tags
  ownerName
  clientName
  brandName
  audienceCount
  startAt
  launchedAt
  endedAt
  createdAt
  updatedAt
  pausedBecause {
    reason
    words
    at
  }
}
fragment AudienceSourceParts on AudienceSource {
  kind
  id
  entity
  name
  filter
  fuzzy
  timeZone
  who
  sentence
  gone
}
fragment CampaignParts on Campaign {
  ...CampaignRow
  brandId
  clientId
  ownerId
  teamId
  taking
  takeStands
  winner
  audience {
    include {
      ...AudienceSourceParts
    }
    exclude {
      ...AudienceSourceParts
    }
    sentence
  }
  content {
    senderId
    senderName
    variants {
      key
      templateId
      templateName
      version
      subject
      weight
    }
    test {
      metric
      sharePercent
      minutes
      automatic
      otherwiseWait
    }
    utm {
      source
      medium
      campaign
      term
      content
    }
    trackOpens
    trackLinks
    namedLinks {
      n
      name
    }
    digest
  }
  schedule {
    at
    zone
    inRecipientsZone
    windows {
      days
      fromMinute
      toMinute
    }
    endsAt
    perSecond
    respectsCap
    startsAt
  }
  confirmations {
    code
    wording
    confirmed
    byName
  }
  seedTested {
    at
    to
    variants
    current
  }
  pace {
    perSecond
    windows {
      days
      fromMinute
      toMinute
    }
  }
  versions {
    version
    asOf
    position
    count
    accounts
    hash
    sentence
    excluded {
      reason
      label
      count
    }
  }
  may {
    archive
    changePace
    edit
    launch
    pause
    rename
    restore
    resume
    stop
    topUp
    unschedule
  }
}`) as unknown as TypedDocumentString<CampaignQuery, CampaignQueryVariables>;
export const CampaignChangedDocument = new TypedDocumentString(`
    subscription CampaignChanged($id: UUID!) {
  campaignChanged(id: $id) {
    ...CampaignParts
  }
}
    fragment CampaignRow on Campaign {
  id
  channel
  name
  state
  archived
  tags
  ownerName
  clientName
  brandName
  audienceCount
  startAt
  launchedAt
  endedAt
  createdAt
  updatedAt
  pausedBecause {
    reason
    words
    at
  }
}
fragment AudienceSourceParts on AudienceSource {
  kind
  id
  entity
  name
  filter
  fuzzy
  timeZone
  who
  sentence
  gone
}
fragment CampaignParts on Campaign {
  ...CampaignRow
  brandId
  clientId
  ownerId
  teamId
  taking
  takeStands
  winner
  audience {
    include {
      ...AudienceSourceParts
    }
    exclude {
      ...AudienceSourceParts
    }
    sentence
  }
  content {
    senderId
    senderName
    variants {
      key
      templateId
      templateName
      version
      subject
      weight
    }
    test {
      metric
      sharePercent
      minutes
      automatic
      otherwiseWait
    }
    utm {
      source
      medium
      campaign
      term
      content
    }
    trackOpens
    trackLinks
    namedLinks {
      n
      name
    }
    digest
  }
  schedule {
    at
    zone
    inRecipientsZone
    windows {
      days
      fromMinute
      toMinute
    }
    endsAt
    perSecond
    respectsCap
    startsAt
  }
  confirmations {
    code
    wording
    confirmed
    byName
  }
  seedTested {
    at
    to
    variants
    current
  }
  pace {
    perSecond
    windows {
      days
      fromMinute
      toMinute
    }
  }
  versions {
    version
    asOf
    position
    count
    accounts
    hash
    sentence
    excluded {
      reason
      label
      count
    }
  }
  may {
    archive
    changePace
    edit
    launch
    pause
    rename
    restore
    resume
    stop
    topUp
    unschedule
  }
}`) as unknown as TypedDocumentString<CampaignChangedSubscription, CampaignChangedSubscriptionVariables>;
export const SendingSwitchNowDocument = new TypedDocumentString(`
    query SendingSwitchNow {
  sendingSwitch {
    ...SendingSwitchParts
  }
}
    fragment SendingSwitchParts on SendingSwitch {
  stopped
  since
  byName
  reason
}`) as unknown as TypedDocumentString<SendingSwitchNowQuery, SendingSwitchNowQueryVariables>;
export const SendingSwitchChangedDocument = new TypedDocumentString(`
    subscription SendingSwitchChanged {
  sendingSwitchChanged {
    ...SendingSwitchParts
  }
}
    fragment SendingSwitchParts on SendingSwitch {
  stopped
  since
  byName
  reason
}`) as unknown as TypedDocumentString<SendingSwitchChangedSubscription, SendingSwitchChangedSubscriptionVariables>;
export const SendingStopDocument = new TypedDocumentString(`
    mutation SendingStop($reason: String) {
  sendingStop(reason: $reason) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SendingStopMutation, SendingStopMutationVariables>;
export const SendingAllowDocument = new TypedDocumentString(`
    mutation SendingAllow {
  sendingAllow {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SendingAllowMutation, SendingAllowMutationVariables>;
export const CampaignTestStandingDocument = new TypedDocumentString(`
    query CampaignTestStanding($id: UUID!) {
  campaignTest(id: $id) {
    metric
    endsAt
    winner
    variants {
      key
      reached
      successes
      percent
      lowPercent
      highPercent
      p
    }
    beingJudged
    minimum
    enough
    test
    words
  }
}
    `) as unknown as TypedDocumentString<CampaignTestStandingQuery, CampaignTestStandingQueryVariables>;
export const EmailReplyAssignDocument = new TypedDocumentString(`
    mutation EmailReplyAssign($id: UUID!, $userId: UUID) {
  emailReplyAssign(id: $id, userId: $userId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailReplyAssignMutation, EmailReplyAssignMutationVariables>;
export const EmailReplyDoneDocument = new TypedDocumentString(`
    mutation EmailReplyDone($id: UUID!) {
  emailReplyDone(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailReplyDoneMutation, EmailReplyDoneMutationVariables>;
export const EmailReplyReopenDocument = new TypedDocumentString(`
    mutation EmailReplyReopen($id: UUID!) {
  emailReplyReopen(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailReplyReopenMutation, EmailReplyReopenMutationVariables>;
export const EmailReplyMatchDocument = new TypedDocumentString(`
    mutation EmailReplyMatch($id: UUID!, $contactId: UUID!) {
  emailReplyMatch(id: $id, contactId: $contactId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailReplyMatchMutation, EmailReplyMatchMutationVariables>;
export const EmailReplyListDocument = new TypedDocumentString(`
    query EmailReplyList($first: Int!, $after: String, $filter: EmailRepliesFilter) {
  emailReplies(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...EmailReplyShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment EmailReplyShown on EmailReply {
  id
  at
  kind
  matched
  done
  forgotten
  address
  name
  subject
  awayUntil
  contactId
  contactName
  campaignId
  assigneeId
  assigneeName
}`) as unknown as TypedDocumentString<EmailReplyListQuery, EmailReplyListQueryVariables>;
export const EmailReplyCountDocument = new TypedDocumentString(`
    query EmailReplyCount($filter: EmailRepliesFilter) {
  emailReplies(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<EmailReplyCountQuery, EmailReplyCountQueryVariables>;
export const EmailReplyOneDocument = new TypedDocumentString(`
    query EmailReplyOne($id: UUID!) {
  emailReply(id: $id) {
    ...EmailReplyShown
    text
  }
}
    fragment EmailReplyShown on EmailReply {
  id
  at
  kind
  matched
  done
  forgotten
  address
  name
  subject
  awayUntil
  contactId
  contactName
  campaignId
  assigneeId
  assigneeName
}`) as unknown as TypedDocumentString<EmailReplyOneQuery, EmailReplyOneQueryVariables>;
export const EmailReplyCampaignDocument = new TypedDocumentString(`
    query EmailReplyCampaign($id: UUID!) {
  campaign(id: $id) {
    name
  }
}
    `) as unknown as TypedDocumentString<EmailReplyCampaignQuery, EmailReplyCampaignQueryVariables>;
export const EmailReplyAssigneesDocument = new TypedDocumentString(`
    query EmailReplyAssignees {
  taskAssignees {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<EmailReplyAssigneesQuery, EmailReplyAssigneesQueryVariables>;
export const EmailReportOfDocument = new TypedDocumentString(`
    query EmailReportOf($id: UUID!, $by: EmailReportBy!) {
  emailReport(campaignId: $id, by: $by) {
    total {
      ...EmailFiguresShown
    }
    rows {
      variant
      hour
      domain
      link
      name
      figures {
        ...EmailFiguresShown
      }
    }
    rest {
      ...EmailFiguresShown
    }
    stale
  }
}
    fragment EmailFiguresShown on EmailFigures {
  sent
  accepted
  delivered
  reached
  bouncedHard
  bouncedSoft
  dropped
  complained
  unsubscribed
  replied
  autoReplied
  opened
  clicked
  opens
  clicks
  machineOpened
  machineClicked
  machineOpens
  machineClicks
  unjudged
}`) as unknown as TypedDocumentString<EmailReportOfQuery, EmailReportOfQueryVariables>;
export const EmailReportsComparedDocument = new TypedDocumentString(`
    query EmailReportsCompared($ids: [UUID!]!) {
  emailReports(campaignIds: $ids) {
    campaignId
    name
    launchedAt
    ledger {
      audience
      excluded
      failed
      unknown
      pending
    }
    total {
      ...EmailFiguresShown
    }
  }
}
    fragment EmailFiguresShown on EmailFigures {
  sent
  accepted
  delivered
  reached
  bouncedHard
  bouncedSoft
  dropped
  complained
  unsubscribed
  replied
  autoReplied
  opened
  clicked
  opens
  clicks
  machineOpened
  machineClicked
  machineOpens
  machineClicks
  unjudged
}`) as unknown as TypedDocumentString<EmailReportsComparedQuery, EmailReportsComparedQueryVariables>;
export const SenderCreateDocument = new TypedDocumentString(`
    mutation SenderCreate($input: SenderInput!) {
  senderCreate(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SenderCreateMutation, SenderCreateMutationVariables>;
export const SenderChangeDocument = new TypedDocumentString(`
    mutation SenderChange($id: UUID!, $input: SenderInput!) {
  senderChange(id: $id, input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SenderChangeMutation, SenderChangeMutationVariables>;
export const SenderArchiveDocument = new TypedDocumentString(`
    mutation SenderArchive($id: UUID!) {
  senderArchive(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SenderArchiveMutation, SenderArchiveMutationVariables>;
export const SenderRestoreDocument = new TypedDocumentString(`
    mutation SenderRestore($id: UUID!) {
  senderRestore(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SenderRestoreMutation, SenderRestoreMutationVariables>;
export const SenderCheckDocument = new TypedDocumentString(`
    mutation SenderCheck($id: UUID!) {
  senderCheck(id: $id) {
    jobId
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SenderCheckMutation, SenderCheckMutationVariables>;
export const EmailBrandCreateDocument = new TypedDocumentString(`
    mutation EmailBrandCreate($input: EmailBrandInput!) {
  emailBrandCreate(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailBrandCreateMutation, EmailBrandCreateMutationVariables>;
export const EmailBrandChangeDocument = new TypedDocumentString(`
    mutation EmailBrandChange($id: UUID!, $input: EmailBrandInput!) {
  emailBrandChange(id: $id, input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailBrandChangeMutation, EmailBrandChangeMutationVariables>;
export const EmailBrandSetDefaultDocument = new TypedDocumentString(`
    mutation EmailBrandSetDefault($id: UUID!, $senderId: UUID) {
  emailBrandSetDefault(id: $id, senderId: $senderId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailBrandSetDefaultMutation, EmailBrandSetDefaultMutationVariables>;
export const EmailBrandArchiveDocument = new TypedDocumentString(`
    mutation EmailBrandArchive($id: UUID!) {
  emailBrandArchive(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailBrandArchiveMutation, EmailBrandArchiveMutationVariables>;
export const EmailBrandRestoreDocument = new TypedDocumentString(`
    mutation EmailBrandRestore($id: UUID!) {
  emailBrandRestore(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailBrandRestoreMutation, EmailBrandRestoreMutationVariables>;
export const SendersPageDocument = new TypedDocumentString(`
    query SendersPage {
  senderProfiles {
    id
    fromName
    fromAddress
    brandName
    isDefault
    providerName
    account
    archived
    health
    checkedAt
  }
  emailBrands {
    id
    name
    logoUrl
    colour
    defaultSenderId
    senderCount
    archived
  }
}
    `) as unknown as TypedDocumentString<SendersPageQuery, SendersPageQueryVariables>;
export const SenderPageDocument = new TypedDocumentString(`
    query SenderPage($id: UUID!) {
  senderProfile(id: $id) {
    id
    fromName
    fromAddress
    replyTo
    brandId
    brandName
    isDefault
    physicalAddress
    trackingDomain
    providerName
    account
    dkimSelector
    dkimRecord
    ramp {
      firstDay
      startPerDay
      growthPercent
      limitPerDay
      allowedToday
    }
    archived
    health
    checkedAt
    checks {
      subject
      title
      verdict
      words
      found
      publish {
        name
        kind
        value
      }
    }
  }
  senderHistory(id: $id) {
    position
    title
    text
    at
    actorName
  }
}
    `) as unknown as TypedDocumentString<SenderPageQuery, SenderPageQueryVariables>;
export const SenderAccountsDocument = new TypedDocumentString(`
    query SenderAccounts {
  senderAccounts {
    name
    providerName
  }
}
    `) as unknown as TypedDocumentString<SenderAccountsQuery, SenderAccountsQueryVariables>;
export const EmailBrandHistoryDocument = new TypedDocumentString(`
    query EmailBrandHistory($id: UUID!) {
  emailBrandHistory(id: $id) {
    position
    title
    text
    at
    actorName
  }
}
    `) as unknown as TypedDocumentString<EmailBrandHistoryQuery, EmailBrandHistoryQueryVariables>;
export const EmailUnknownSettleDocument = new TypedDocumentString(`
    mutation EmailUnknownSettle($input: EmailUnknownSettleInput!) {
  emailUnknownSettle(input: $input) {
    position
    settled
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailUnknownSettleMutation, EmailUnknownSettleMutationVariables>;
export const EmailPolicySetDocument = new TypedDocumentString(`
    mutation EmailPolicySet($input: EmailPolicyInput!) {
  emailPolicySet(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailPolicySetMutation, EmailPolicySetMutationVariables>;
export const EmailLedgerDocument = new TypedDocumentString(`
    query EmailLedger($campaignId: UUID!) {
  emailLedger(campaignId: $campaignId) {
    audience
    pending
    handingOver
    sent
    excluded
    failed
    unknown
    balanced
    reasons {
      state
      reason
      label
      count
    }
    stale
  }
}
    `) as unknown as TypedDocumentString<EmailLedgerQuery, EmailLedgerQueryVariables>;
export const EmailRecipientListDocument = new TypedDocumentString(`
    query EmailRecipientList($campaignId: UUID!, $first: Int!, $after: String, $filter: EmailRecipientsFilter) {
  emailRecipients(
    campaignId: $campaignId
    first: $first
    after: $after
    filter: $filter
  ) {
    edges {
      cursor
      node {
        ...EmailRecipientParts
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment EmailRecipientParts on EmailRecipient {
  contactId
  contact {
    id
    fullName
    email
    erased
    archived
    jobTitle
    accountId
    accountName
  }
  accountId
  version
  variant
  state
  reason
  reasonLabel
  suppressionId
  domain
  messageId
  sentAt
  attempts
  settledBy
  at
  responses
}`) as unknown as TypedDocumentString<EmailRecipientListQuery, EmailRecipientListQueryVariables>;
export const EmailRecipientCountDocument = new TypedDocumentString(`
    query EmailRecipientCount($campaignId: UUID!, $filter: EmailRecipientsFilter) {
  emailRecipients(campaignId: $campaignId, first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<EmailRecipientCountQuery, EmailRecipientCountQueryVariables>;
export const EmailRecipientDocument = new TypedDocumentString(`
    query EmailRecipient($campaignId: UUID!, $contactId: UUID!) {
  emailRecipient(campaignId: $campaignId, contactId: $contactId) {
    ...EmailRecipientParts
  }
}
    fragment EmailRecipientParts on EmailRecipient {
  contactId
  contact {
    id
    fullName
    email
    erased
    archived
    jobTitle
    accountId
    accountName
  }
  accountId
  version
  variant
  state
  reason
  reasonLabel
  suppressionId
  domain
  messageId
  sentAt
  attempts
  settledBy
  at
  responses
}`) as unknown as TypedDocumentString<EmailRecipientQuery, EmailRecipientQueryVariables>;
export const EmailRecipientStepsDocument = new TypedDocumentString(`
    query EmailRecipientSteps($campaignId: UUID!, $contactId: UUID!) {
  emailRecipientSteps(campaignId: $campaignId, contactId: $contactId) {
    kind
    at
    code
    link
    linkName
    byProgram
  }
}
    `) as unknown as TypedDocumentString<EmailRecipientStepsQuery, EmailRecipientStepsQueryVariables>;
export const EmailPolicyNowDocument = new TypedDocumentString(`
    query EmailPolicyNow {
  emailPolicy {
    perSecond
    domains {
      domain
      perSecond
    }
    cap {
      count
      days
    }
    warnComplaintsPercent
    pauseComplaintsPercent
    pauseHardBouncesPercent
    pauseBouncesPercent
    softBounces {
      bounces
      withinDays
      overDays
      restDays
    }
    setAt
  }
}
    `) as unknown as TypedDocumentString<EmailPolicyNowQuery, EmailPolicyNowQueryVariables>;
export const EmailTemplateCreateDocument = new TypedDocumentString(`
    mutation EmailTemplateCreate($input: EmailTemplateCreateInput!) {
  emailTemplateCreate(input: $input) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateCreateMutation, EmailTemplateCreateMutationVariables>;
export const EmailTemplateUpdateDocument = new TypedDocumentString(`
    mutation EmailTemplateUpdate($input: EmailTemplateUpdateInput!) {
  emailTemplateUpdate(input: $input) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateUpdateMutation, EmailTemplateUpdateMutationVariables>;
export const EmailTemplateSaveDocument = new TypedDocumentString(`
    mutation EmailTemplateSave($input: EmailTemplateSaveInput!) {
  emailTemplateSave(input: $input) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateSaveMutation, EmailTemplateSaveMutationVariables>;
export const EmailTemplateSubmitDocument = new TypedDocumentString(`
    mutation EmailTemplateSubmit($id: UUID!) {
  emailTemplateSubmit(id: $id) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateSubmitMutation, EmailTemplateSubmitMutationVariables>;
export const EmailTemplateApproveDocument = new TypedDocumentString(`
    mutation EmailTemplateApprove($id: UUID!, $version: Int!) {
  emailTemplateApprove(id: $id, version: $version) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateApproveMutation, EmailTemplateApproveMutationVariables>;
export const EmailTemplateReturnDocument = new TypedDocumentString(`
    mutation EmailTemplateReturn($input: EmailTemplateReturnInput!) {
  emailTemplateReturn(input: $input) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateReturnMutation, EmailTemplateReturnMutationVariables>;
export const EmailTemplateArchiveDocument = new TypedDocumentString(`
    mutation EmailTemplateArchive($id: UUID!) {
  emailTemplateArchive(id: $id) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateArchiveMutation, EmailTemplateArchiveMutationVariables>;
export const EmailTemplateRestoreDocument = new TypedDocumentString(`
    mutation EmailTemplateRestore($id: UUID!) {
  emailTemplateRestore(id: $id) {
    ...EmailTemplateChanged
  }
}
    fragment EmailTemplateChanged on EmailTemplatePayload {
  position
  emailTemplate {
    id
    revision
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateRestoreMutation, EmailTemplateRestoreMutationVariables>;
export const EmailTemplateSendTestDocument = new TypedDocumentString(`
    mutation EmailTemplateSendTest($input: EmailTemplateTestInput!) {
  emailTemplateSendTest(input: $input) {
    sentTo
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailTemplateSendTestMutation, EmailTemplateSendTestMutationVariables>;
export const EmailSnippetCreateDocument = new TypedDocumentString(`
    mutation EmailSnippetCreate($input: EmailSnippetCreateInput!) {
  emailSnippetCreate(input: $input) {
    ...EmailSnippetChanged
  }
}
    fragment EmailSnippetChanged on EmailSnippetPayload {
  position
  emailSnippet {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailSnippetCreateMutation, EmailSnippetCreateMutationVariables>;
export const EmailSnippetSaveDocument = new TypedDocumentString(`
    mutation EmailSnippetSave($input: EmailSnippetSaveInput!) {
  emailSnippetSave(input: $input) {
    ...EmailSnippetChanged
  }
}
    fragment EmailSnippetChanged on EmailSnippetPayload {
  position
  emailSnippet {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailSnippetSaveMutation, EmailSnippetSaveMutationVariables>;
export const EmailSnippetArchiveDocument = new TypedDocumentString(`
    mutation EmailSnippetArchive($id: UUID!) {
  emailSnippetArchive(id: $id) {
    ...EmailSnippetChanged
  }
}
    fragment EmailSnippetChanged on EmailSnippetPayload {
  position
  emailSnippet {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailSnippetArchiveMutation, EmailSnippetArchiveMutationVariables>;
export const EmailSnippetRestoreDocument = new TypedDocumentString(`
    mutation EmailSnippetRestore($id: UUID!) {
  emailSnippetRestore(id: $id) {
    ...EmailSnippetChanged
  }
}
    fragment EmailSnippetChanged on EmailSnippetPayload {
  position
  emailSnippet {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailSnippetRestoreMutation, EmailSnippetRestoreMutationVariables>;
export const EmailTemplateListDocument = new TypedDocumentString(`
    query EmailTemplateList($first: Int!, $after: String, $before: String, $filter: EmailTemplatesFilter, $sort: RecordSort) {
  emailTemplates(
    first: $first
    after: $after
    before: $before
    filter: $filter
    sort: $sort
  ) {
    edges {
      cursor
      node {
        ...EmailTemplateParts
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment EmailTemplateParts on EmailTemplate {
  id
  name
  brand
  tags
  status
  archived
  revision
  versions
  approvedVersion
  savedByName
  savedAt
  updatedAt
  mayEdit
  mayApprove
}`) as unknown as TypedDocumentString<EmailTemplateListQuery, EmailTemplateListQueryVariables>;
export const EmailTemplateCountDocument = new TypedDocumentString(`
    query EmailTemplateCount($filter: EmailTemplatesFilter) {
  emailTemplates(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<EmailTemplateCountQuery, EmailTemplateCountQueryVariables>;
export const EmailTemplateDocument = new TypedDocumentString(`
    query EmailTemplate($id: UUID!) {
  emailTemplate(id: $id) {
    ...EmailTemplateParts
  }
}
    fragment EmailTemplateParts on EmailTemplate {
  id
  name
  brand
  tags
  status
  archived
  revision
  versions
  approvedVersion
  savedByName
  savedAt
  updatedAt
  mayEdit
  mayApprove
}`) as unknown as TypedDocumentString<EmailTemplateQuery, EmailTemplateQueryVariables>;
export const EmailTemplateContentDocument = new TypedDocumentString(`
    query EmailTemplateContent($id: UUID!, $version: Int) {
  emailTemplateContent(id: $id, version: $version) {
    subject
    preheader
    mjml
    blocks
    text
  }
}
    `) as unknown as TypedDocumentString<EmailTemplateContentQuery, EmailTemplateContentQueryVariables>;
export const EmailTemplateVersionsDocument = new TypedDocumentString(`
    query EmailTemplateVersions($id: UUID!) {
  emailTemplateVersions(id: $id) {
    number
    standing
    submittedById
    submittedByName
    submittedAt
    decidedByName
    decidedAt
    reason
    snippets {
      snippetId
      name
      version
    }
  }
}
    `) as unknown as TypedDocumentString<EmailTemplateVersionsQuery, EmailTemplateVersionsQueryVariables>;
export const EmailTemplatePreviewDocument = new TypedDocumentString(`
    query EmailTemplatePreview($input: EmailTemplatePreviewInput!) {
  emailTemplatePreview(input: $input) {
    subject
    preheader
    html
    text
    bytes
    emptyTags
    problems {
      severity
      code
      part
      line
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EmailTemplatePreviewQuery, EmailTemplatePreviewQueryVariables>;
export const EmailMergeTagsDocument = new TypedDocumentString(`
    query EmailMergeTags {
  emailMergeTags {
    path
    label
    group
  }
}
    `) as unknown as TypedDocumentString<EmailMergeTagsQuery, EmailMergeTagsQueryVariables>;
export const EmailSnippetListDocument = new TypedDocumentString(`
    query EmailSnippetList {
  emailSnippets {
    ...EmailSnippetParts
  }
}
    fragment EmailSnippetParts on EmailSnippet {
  id
  brandId
  brandName
  name
  version
  blocks
  archived
  usedBy {
    id
    name
  }
  savedByName
  savedAt
  mayEdit
}`) as unknown as TypedDocumentString<EmailSnippetListQuery, EmailSnippetListQueryVariables>;
export const EmailSnippetDocument = new TypedDocumentString(`
    query EmailSnippet($id: UUID!) {
  emailSnippet(id: $id) {
    ...EmailSnippetParts
  }
}
    fragment EmailSnippetParts on EmailSnippet {
  id
  brandId
  brandName
  name
  version
  blocks
  archived
  usedBy {
    id
    name
  }
  savedByName
  savedAt
  mayEdit
}`) as unknown as TypedDocumentString<EmailSnippetQuery, EmailSnippetQueryVariables>;
export const EmailSnippetVersionsDocument = new TypedDocumentString(`
    query EmailSnippetVersions($id: UUID!) {
  emailSnippetVersions(id: $id) {
    number
    blocks
    savedByName
    savedAt
  }
}
    `) as unknown as TypedDocumentString<EmailSnippetVersionsQuery, EmailSnippetVersionsQueryVariables>;
export const DashboardCountsDocument = new TypedDocumentString(`
    query DashboardCounts($contacts: Boolean!, $accounts: Boolean!, $recent: ContactFilter) {
  contacts(first: 1) @include(if: $contacts) {
    totalCount
  }
  recent: contacts(first: 1, filter: $recent) @include(if: $contacts) {
    totalCount
  }
  accounts(first: 1) @include(if: $accounts) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DashboardCountsQuery, DashboardCountsQueryVariables>;
export const DashboardPeopleDocument = new TypedDocumentString(`
    query DashboardPeople($users: Boolean!, $clients: Boolean!) {
  users(first: 1) @include(if: $users) {
    totalCount
  }
  clients(first: 1) @include(if: $clients) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DashboardPeopleQuery, DashboardPeopleQueryVariables>;
export const DashboardTeamDocument = new TypedDocumentString(`
    query DashboardTeam {
  users(first: 8) {
    totalCount
    edges {
      node {
        id
        name
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardTeamQuery, DashboardTeamQueryVariables>;
export const FirstStepsDocument = new TypedDocumentString(`
    query FirstSteps {
  firstSteps {
    contact
    account
    import
    colleague
    client
  }
}
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const SampleDataDocument = new TypedDocumentString(`
    query SampleData {
  sampleData {
    present
    accounts
    contacts
    users
  }
}
    `) as unknown as TypedDocumentString<SampleDataQuery, SampleDataQueryVariables>;
export const SampleDataAddDocument = new TypedDocumentString(`
    mutation SampleDataAdd {
  sampleDataAdd {
    status {
      present
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SampleDataAddMutation, SampleDataAddMutationVariables>;
export const SampleDataRemoveDocument = new TypedDocumentString(`
    mutation SampleDataRemove {
  sampleDataRemove {
    status {
      present
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SampleDataRemoveMutation, SampleDataRemoveMutationVariables>;
export const AccessRulesSetDocument = new TypedDocumentString(`
    mutation AccessRulesSet($input: AccessRulesSetInput!) {
  accessRulesSet(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<AccessRulesSetMutation, AccessRulesSetMutationVariables>;
export const AccessRulesDocument = new TypedDocumentString(`
    query AccessRules {
  accessRules {
    secondStepFor
  }
}
    `) as unknown as TypedDocumentString<AccessRulesQuery, AccessRulesQueryVariables>;
export const ApiKeyCreateDocument = new TypedDocumentString(`
    mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    secret
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($id: UUID!) {
  apiKeyRevoke(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const ApiKeyListDocument = new TypedDocumentString(`
    query ApiKeyList {
  apiKeys {
    id
    name
    prefix
    scopes
    state
    madeBy
    expiresAt
    lastUsedAt
    lastUsedIp
  }
}
    `) as unknown as TypedDocumentString<ApiKeyListQuery, ApiKeyListQueryVariables>;
export const ApiKeyScopesDocument = new TypedDocumentString(`
    query ApiKeyScopes {
  apiKeyScopes {
    permission
    act
  }
}
    `) as unknown as TypedDocumentString<ApiKeyScopesQuery, ApiKeyScopesQueryVariables>;
export const ClientCreateDocument = new TypedDocumentString(`
    mutation ClientCreate($input: ClientCreateInput!) {
  clientCreate(input: $input) {
    position
    client {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientCreateMutation, ClientCreateMutationVariables>;
export const ClientRenameDocument = new TypedDocumentString(`
    mutation ClientRename($input: ClientRenameInput!) {
  clientRename(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientRenameMutation, ClientRenameMutationVariables>;
export const ClientChangeDocument = new TypedDocumentString(`
    mutation ClientChange($input: ClientChangeInput!) {
  clientChange(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientChangeMutation, ClientChangeMutationVariables>;
export const ClientAssignOwnerDocument = new TypedDocumentString(`
    mutation ClientAssignOwner($id: UUID!, $ownerId: UUID) {
  clientAssignOwner(id: $id, ownerId: $ownerId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientAssignOwnerMutation, ClientAssignOwnerMutationVariables>;
export const ClientArchiveDocument = new TypedDocumentString(`
    mutation ClientArchive($id: UUID!, $reason: String) {
  clientArchive(id: $id, reason: $reason) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientArchiveMutation, ClientArchiveMutationVariables>;
export const ClientRestoreDocument = new TypedDocumentString(`
    mutation ClientRestore($id: UUID!) {
  clientRestore(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientRestoreMutation, ClientRestoreMutationVariables>;
export const ClientSetTermsDocument = new TypedDocumentString(`
    mutation ClientSetTerms($input: ClientTermsInput!) {
  clientSetTerms(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientSetTermsMutation, ClientSetTermsMutationVariables>;
export const ClientWithdrawTermsDocument = new TypedDocumentString(`
    mutation ClientWithdrawTerms($id: UUID!, $seen: Int!) {
  clientWithdrawTerms(id: $id, seen: $seen) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientWithdrawTermsMutation, ClientWithdrawTermsMutationVariables>;
export const ClientBrandAddDocument = new TypedDocumentString(`
    mutation ClientBrandAdd($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {
  clientBrandAdd(id: $id, brandId: $brandId, name: $name, website: $website) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientBrandAddMutation, ClientBrandAddMutationVariables>;
export const ClientBrandChangeDocument = new TypedDocumentString(`
    mutation ClientBrandChange($id: UUID!, $brandId: UUID!, $name: String!, $website: String) {
  clientBrandChange(id: $id, brandId: $brandId, name: $name, website: $website) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientBrandChangeMutation, ClientBrandChangeMutationVariables>;
export const ClientBrandArchiveDocument = new TypedDocumentString(`
    mutation ClientBrandArchive($id: UUID!, $brandId: UUID!) {
  clientBrandArchive(id: $id, brandId: $brandId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientBrandArchiveMutation, ClientBrandArchiveMutationVariables>;
export const ClientBrandRestoreDocument = new TypedDocumentString(`
    mutation ClientBrandRestore($id: UUID!, $brandId: UUID!) {
  clientBrandRestore(id: $id, brandId: $brandId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientBrandRestoreMutation, ClientBrandRestoreMutationVariables>;
export const ClientListAddDocument = new TypedDocumentString(`
    mutation ClientListAdd($id: UUID!, $listId: UUID!, $name: String!) {
  clientListAdd(id: $id, listId: $listId, name: $name) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientListAddMutation, ClientListAddMutationVariables>;
export const ClientListRenameDocument = new TypedDocumentString(`
    mutation ClientListRename($id: UUID!, $listId: UUID!, $name: String!) {
  clientListRename(id: $id, listId: $listId, name: $name) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientListRenameMutation, ClientListRenameMutationVariables>;
export const ClientListRemoveDocument = new TypedDocumentString(`
    mutation ClientListRemove($id: UUID!, $listId: UUID!) {
  clientListRemove(id: $id, listId: $listId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientListRemoveMutation, ClientListRemoveMutationVariables>;
export const ClientListRestoreDocument = new TypedDocumentString(`
    mutation ClientListRestore($id: UUID!, $listId: UUID!) {
  clientListRestore(id: $id, listId: $listId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientListRestoreMutation, ClientListRestoreMutationVariables>;
export const ClientListUnfillDocument = new TypedDocumentString(`
    mutation ClientListUnfill($id: UUID!, $listId: UUID!, $fileId: UUID!) {
  clientListUnfill(id: $id, listId: $listId, fileId: $fileId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientListUnfillMutation, ClientListUnfillMutationVariables>;
export const ClientViewBeginDocument = new TypedDocumentString(`
    mutation ClientViewBegin($id: UUID!, $reason: String!) {
  clientViewBegin(id: $id, reason: $reason) {
    until
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientViewBeginMutation, ClientViewBeginMutationVariables>;
export const ClientListDocument = new TypedDocumentString(`
    query ClientList($first: Int!, $after: String, $wanted: ClientsWanted) {
  clients(first: $first, after: $after, wanted: $wanted) {
    edges {
      cursor
      node {
        id
        name
        archived
        website
        ownerName
        createdAt
        userCount
        brandCount
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ClientListQuery, ClientListQueryVariables>;
export const ClientCountDocument = new TypedDocumentString(`
    query ClientCount($wanted: ClientsWanted) {
  clients(first: 1, wanted: $wanted) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ClientCountQuery, ClientCountQueryVariables>;
export const ClientPageDocument = new TypedDocumentString(`
    query ClientPage($id: UUID!) {
  client(id: $id) {
    id
    name
    archived
    createdAt
    userCount
    ownerId
    ownerName
  }
  clientRecord(id: $id) {
    legalName
    website
    country
    billingReference
    note
    archivedAt
    archiveReason
    termsVersion
    suppressionCount
    terms {
      ...TermsShown
    }
    brands {
      id
      name
      website
      archived
    }
    lists {
      id
      name
      entries
      filledAt
      fileName
    }
  }
}
    fragment TermsShown on ClientTerms {
  pacingLeads
  pacingPer
  price
  currency
  capPerCompany
  overDelivery
  duplicatesWithin
  lookBackDays
  returnWindowDays
}`) as unknown as TypedDocumentString<ClientPageQuery, ClientPageQueryVariables>;
export const ClientHistoryDocument = new TypedDocumentString(`
    query ClientHistory($id: UUID!) {
  clientHistory(id: $id) {
    position
    eventType
    title
    at
    actorName
    text
    termsVersion
    terms {
      ...TermsShown
    }
  }
}
    fragment TermsShown on ClientTerms {
  pacingLeads
  pacingPer
  price
  currency
  capPerCompany
  overDelivery
  duplicatesWithin
  lookBackDays
  returnWindowDays
}`) as unknown as TypedDocumentString<ClientHistoryQuery, ClientHistoryQueryVariables>;
export const ClientUsersDocument = new TypedDocumentString(`
    query ClientUsers($id: UUID!) {
  clientUsers(id: $id) {
    id
    name
    email
    active
    lastLoginAt
  }
  clientInvitations(id: $id) {
    id
    email
    state
    sentAt
    invitedBy
  }
}
    `) as unknown as TypedDocumentString<ClientUsersQuery, ClientUsersQueryVariables>;
export const ClientOwnersDocument = new TypedDocumentString(`
    query ClientOwners {
  taskAssignees {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ClientOwnersQuery, ClientOwnersQueryVariables>;
export const InvitationSendDocument = new TypedDocumentString(`
    mutation InvitationSend($input: InvitationSendInput!) {
  invitationSend(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<InvitationSendMutation, InvitationSendMutationVariables>;
export const InvitationResendDocument = new TypedDocumentString(`
    mutation InvitationResend($id: UUID!) {
  invitationResend(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<InvitationResendMutation, InvitationResendMutationVariables>;
export const InvitationRevokeDocument = new TypedDocumentString(`
    mutation InvitationRevoke($id: UUID!) {
  invitationRevoke(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<InvitationRevokeMutation, InvitationRevokeMutationVariables>;
export const ColleagueInviteDocument = new TypedDocumentString(`
    mutation ColleagueInvite($email: String!) {
  colleagueInvite(email: $email) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ColleagueInviteMutation, ColleagueInviteMutationVariables>;
export const ColleagueInvitationResendDocument = new TypedDocumentString(`
    mutation ColleagueInvitationResend($id: UUID!) {
  colleagueInvitationResend(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ColleagueInvitationResendMutation, ColleagueInvitationResendMutationVariables>;
export const ColleagueInvitationRevokeDocument = new TypedDocumentString(`
    mutation ColleagueInvitationRevoke($id: UUID!) {
  colleagueInvitationRevoke(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ColleagueInvitationRevokeMutation, ColleagueInvitationRevokeMutationVariables>;
export const InvitationListDocument = new TypedDocumentString(`
    query InvitationList {
  invitations {
    id
    email
    role
    state
    sentAt
    expiresAt
    invitedBy
    client {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<InvitationListQuery, InvitationListQueryVariables>;
export const ColleagueInvitationsDocument = new TypedDocumentString(`
    query ColleagueInvitations($id: UUID!) {
  clientInvitations(id: $id) {
    id
    email
    state
    sentAt
  }
}
    `) as unknown as TypedDocumentString<ColleagueInvitationsQuery, ColleagueInvitationsQueryVariables>;
export const ProfileChangeDocument = new TypedDocumentString(`
    mutation ProfileChange($input: ProfileChangeInput!) {
  profileChange(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ProfileChangeMutation, ProfileChangeMutationVariables>;
export const PasswordChangeDocument = new TypedDocumentString(`
    mutation PasswordChange($input: PasswordChangeInput!) {
  passwordChange(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PasswordChangeMutation, PasswordChangeMutationVariables>;
export const EmailChangeAskDocument = new TypedDocumentString(`
    mutation EmailChangeAsk($input: EmailChangeAskInput!) {
  emailChangeAsk(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<EmailChangeAskMutation, EmailChangeAskMutationVariables>;
export const MeDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SecondFactorDocument = new TypedDocumentString(`
    query SecondFactor {
  secondFactor {
    enabled
    recoveryCodesLeft
  }
}
    `) as unknown as TypedDocumentString<SecondFactorQuery, SecondFactorQueryVariables>;
export const SecondFactorBeginDocument = new TypedDocumentString(`
    mutation SecondFactorBegin($input: SecondFactorPasswordInput!) {
  secondFactorBegin(input: $input) {
    secret
    qr {
      size
      path
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SecondFactorBeginMutation, SecondFactorBeginMutationVariables>;
export const SecondFactorConfirmDocument = new TypedDocumentString(`
    mutation SecondFactorConfirm($input: SecondFactorConfirmInput!) {
  secondFactorConfirm(input: $input) {
    recoveryCodes
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SecondFactorConfirmMutation, SecondFactorConfirmMutationVariables>;
export const RecoveryCodesRenewDocument = new TypedDocumentString(`
    mutation RecoveryCodesRenew($input: SecondFactorPasswordInput!) {
  recoveryCodesRenew(input: $input) {
    recoveryCodes
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<RecoveryCodesRenewMutation, RecoveryCodesRenewMutationVariables>;
export const SecondFactorDisableDocument = new TypedDocumentString(`
    mutation SecondFactorDisable($input: SecondFactorPasswordInput!) {
  secondFactorDisable(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SecondFactorDisableMutation, SecondFactorDisableMutationVariables>;
export const NotificationsMarkReadDocument = new TypedDocumentString(`
    mutation NotificationsMarkRead($input: NotificationsMarkReadInput!) {
  notificationsMarkRead(input: $input) {
    unread
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NotificationsMarkReadMutation, NotificationsMarkReadMutationVariables>;
export const NotificationsMarkAllReadDocument = new TypedDocumentString(`
    mutation NotificationsMarkAllRead {
  notificationsMarkAllRead {
    unread
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NotificationsMarkAllReadMutation, NotificationsMarkAllReadMutationVariables>;
export const NotificationPreferencesSetDocument = new TypedDocumentString(`
    mutation NotificationPreferencesSet($input: NotificationPreferencesSetInput!) {
  notificationPreferencesSet(input: $input) {
    position
    preferences {
      kind
      label
      hint
      icon
      inApp
      emailAtOnce
      emailDigest
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NotificationPreferencesSetMutation, NotificationPreferencesSetMutationVariables>;
export const NotificationMailSetDocument = new TypedDocumentString(`
    mutation NotificationMailSet($input: NotificationMailSetInput!) {
  notificationMailSet(input: $input) {
    position
    digest {
      every
      hour
      timeZone
      nextAt
      email
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NotificationMailSetMutation, NotificationMailSetMutationVariables>;
export const NotificationDigestSendNowDocument = new TypedDocumentString(`
    mutation NotificationDigestSendNow {
  notificationDigestSendNow {
    sentTo
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NotificationDigestSendNowMutation, NotificationDigestSendNowMutationVariables>;
export const NotificationsUnreadDocument = new TypedDocumentString(`
    query NotificationsUnread {
  unreadNotifications
}
    `) as unknown as TypedDocumentString<NotificationsUnreadQuery, NotificationsUnreadQueryVariables>;
export const NotificationListDocument = new TypedDocumentString(`
    query NotificationList($first: Int!, $after: String, $unreadOnly: Boolean!) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
    edges {
      node {
        id
        kind
        icon
        tone
        title
        text
        link
        toldAt
        readAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<NotificationListQuery, NotificationListQueryVariables>;
export const NotificationPreferencesDocument = new TypedDocumentString(`
    query NotificationPreferences {
  notificationPreferences {
    kind
    label
    hint
    icon
    inApp
    emailAtOnce
    emailDigest
  }
}
    `) as unknown as TypedDocumentString<NotificationPreferencesQuery, NotificationPreferencesQueryVariables>;
export const NotificationDigestDocument = new TypedDocumentString(`
    query NotificationDigest {
  notificationDigest {
    every
    hour
    timeZone
    nextAt
    email
  }
}
    `) as unknown as TypedDocumentString<NotificationDigestQuery, NotificationDigestQueryVariables>;
export const NotificationsChangedDocument = new TypedDocumentString(`
    subscription NotificationsChanged {
  notificationsChanged {
    count
    newestId
  }
}
    `) as unknown as TypedDocumentString<NotificationsChangedSubscription, NotificationsChangedSubscriptionVariables>;
export const SessionEndDocument = new TypedDocumentString(`
    mutation SessionEnd($id: UUID!) {
  sessionEnd(id: $id) {
    ended
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SessionEndMutation, SessionEndMutationVariables>;
export const SessionsEndOthersDocument = new TypedDocumentString(`
    mutation SessionsEndOthers {
  sessionsEndOthers {
    ended
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SessionsEndOthersMutation, SessionsEndOthersMutationVariables>;
export const UserSessionsEndDocument = new TypedDocumentString(`
    mutation UserSessionsEnd($input: UserSessionsEndInput!) {
  userSessionsEnd(input: $input) {
    ended
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<UserSessionsEndMutation, UserSessionsEndMutationVariables>;
export const MySessionsDocument = new TypedDocumentString(`
    query MySessions {
  mySessions {
    id
    lastUsedAt
    userAgent
    ip
    current
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const TeamCreateDocument = new TypedDocumentString(`
    mutation TeamCreate($input: TeamCreateInput!) {
  teamCreate(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TeamCreateMutation, TeamCreateMutationVariables>;
export const TeamRenameDocument = new TypedDocumentString(`
    mutation TeamRename($input: TeamRenameInput!) {
  teamRename(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TeamRenameMutation, TeamRenameMutationVariables>;
export const TeamArchiveDocument = new TypedDocumentString(`
    mutation TeamArchive($id: UUID!) {
  teamArchive(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TeamArchiveMutation, TeamArchiveMutationVariables>;
export const TeamRestoreDocument = new TypedDocumentString(`
    mutation TeamRestore($id: UUID!) {
  teamRestore(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TeamRestoreMutation, TeamRestoreMutationVariables>;
export const TeamMemberAddDocument = new TypedDocumentString(`
    mutation TeamMemberAdd($input: TeamMemberInput!) {
  teamMemberAdd(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TeamMemberAddMutation, TeamMemberAddMutationVariables>;
export const TeamMemberRemoveDocument = new TypedDocumentString(`
    mutation TeamMemberRemove($input: TeamMemberInput!) {
  teamMemberRemove(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TeamMemberRemoveMutation, TeamMemberRemoveMutationVariables>;
export const TeamListDocument = new TypedDocumentString(`
    query TeamList {
  teams {
    id
    name
    archived
    memberCount
  }
}
    `) as unknown as TypedDocumentString<TeamListQuery, TeamListQueryVariables>;
export const TeamPageDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<TeamPageQuery, TeamPageQueryVariables>;
export const TeamCandidatesDocument = new TypedDocumentString(`
    query TeamCandidates {
  taskAssignees {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<TeamCandidatesQuery, TeamCandidatesQueryVariables>;
export const UserCreateDocument = new TypedDocumentString(`
    mutation UserCreate($input: UserCreateInput!) {
  userCreate(input: $input) {
    position
    user {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<UserCreateMutation, UserCreateMutationVariables>;
export const UserUpdateDocument = new TypedDocumentString(`
    mutation UserUpdate($input: UserUpdateInput!) {
  userUpdate(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<UserUpdateMutation, UserUpdateMutationVariables>;
export const UserDisableDocument = new TypedDocumentString(`
    mutation UserDisable($input: RecordActionInput!) {
  userDisable(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<UserDisableMutation, UserDisableMutationVariables>;
export const UserEnableDocument = new TypedDocumentString(`
    mutation UserEnable($input: RecordActionInput!) {
  userEnable(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<UserEnableMutation, UserEnableMutationVariables>;
export const UserEmailCorrectDocument = new TypedDocumentString(`
    mutation UserEmailCorrect($input: UserEmailCorrectInput!) {
  userEmailCorrect(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<UserEmailCorrectMutation, UserEmailCorrectMutationVariables>;
export const UserSecondFactorResetDocument = new TypedDocumentString(`
    mutation UserSecondFactorReset($userId: UUID!) {
  userSecondFactorReset(userId: $userId) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<UserSecondFactorResetMutation, UserSecondFactorResetMutationVariables>;
export const UserOneDocument = new TypedDocumentString(`
    query UserOne($id: UUID!) {
  user(id: $id) {
    ...UserShown
  }
}
    fragment UserShown on User {
  id
  name
  email
  role
  active
  secondFactor
  createdAt
  lastLoginAt
  teams {
    id
    name
  }
  client {
    id
    name
  }
}`) as unknown as TypedDocumentString<UserOneQuery, UserOneQueryVariables>;
export const UserListDocument = new TypedDocumentString(`
    query UserList($first: Int!, $after: String) {
  users(first: $first, after: $after) {
    edges {
      cursor
      node {
        ...UserShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment UserShown on User {
  id
  name
  email
  role
  active
  secondFactor
  createdAt
  lastLoginAt
  teams {
    id
    name
  }
  client {
    id
    name
  }
}`) as unknown as TypedDocumentString<UserListQuery, UserListQueryVariables>;
export const UserCountDocument = new TypedDocumentString(`
    query UserCount {
  users(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<UserCountQuery, UserCountQueryVariables>;
export const MailTestDocument = new TypedDocumentString(`
    mutation MailTest {
  mailTest {
    sentTo
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<MailTestMutation, MailTestMutationVariables>;
export const MailboxDocument = new TypedDocumentString(`
    query Mailbox {
  mailbox {
    via
    kept
    mails {
      id
      sentAt
      toName
      toAddress
      subject
    }
  }
}
    `) as unknown as TypedDocumentString<MailboxQuery, MailboxQueryVariables>;
export const KeptMailDocument = new TypedDocumentString(`
    query KeptMail($id: UUID!) {
  keptMail(id: $id) {
    text
    html
    headers {
      name
      value
    }
  }
}
    `) as unknown as TypedDocumentString<KeptMailQuery, KeptMailQueryVariables>;
export const ProviderTestDocument = new TypedDocumentString(`
    mutation ProviderTest($kind: ProviderKind!) {
  providerTest(kind: $kind) {
    worked
    message
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ProviderTestMutation, ProviderTestMutationVariables>;
export const ProviderListDocument = new TypedDocumentString(`
    query ProviderList {
  providers {
    kind
    state
    name
    testable
  }
}
    `) as unknown as TypedDocumentString<ProviderListQuery, ProviderListQueryVariables>;
export const ProjectionRetryDocument = new TypedDocumentString(`
    mutation ProjectionRetry($input: ProjectionActionInput!) {
  projectionRetry(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ProjectionRetryMutation, ProjectionRetryMutationVariables>;
export const ProjectionParkDocument = new TypedDocumentString(`
    mutation ProjectionPark($input: ProjectionActionInput!) {
  projectionPark(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ProjectionParkMutation, ProjectionParkMutationVariables>;
export const ProjectionRebuildDocument = new TypedDocumentString(`
    mutation ProjectionRebuild($input: ProjectionActionInput!) {
  projectionRebuild(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ProjectionRebuildMutation, ProjectionRebuildMutationVariables>;
export const JobCancelDocument = new TypedDocumentString(`
    mutation JobCancel($input: JobActionInput!) {
  jobCancel(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<JobCancelMutation, JobCancelMutationVariables>;
export const JobRetryDocument = new TypedDocumentString(`
    mutation JobRetry($input: JobActionInput!) {
  jobRetry(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<JobRetryMutation, JobRetryMutationVariables>;
export const ProjectionListDocument = new TypedDocumentString(`
    query ProjectionList {
  projections {
    ...ProjectionLine
  }
}
    fragment ProjectionLine on Projection {
  name
  version
  state
  position
  headPosition
  lagEvents
  lagSeconds
  error
  failedPosition
  failedEventType
  parkedEvents
  updatedAt
  rebuild {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<ProjectionListQuery, ProjectionListQueryVariables>;
export const LogStatusDocument = new TypedDocumentString(`
    query LogStatus {
  logStatus {
    headPosition
    events
    facts
    epoch
    sealedTo
    bus
    relayPosition
    relayLag
  }
}
    `) as unknown as TypedDocumentString<LogStatusQuery, LogStatusQueryVariables>;
export const JobListDocument = new TypedDocumentString(`
    query JobList($first: Int!, $after: String, $state: JobState) {
  jobs(first: $first, after: $after, state: $state, routine: false) {
    edges {
      cursor
      node {
        ...JobLine
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment JobLine on Job {
  id
  kind
  title
  state
  attempts
  maxAttempts
  error
  runAt
  createdAt
  startedAt
  finishedAt
  createdBy
  cancellable
  link
  progress {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<JobListQuery, JobListQueryVariables>;
export const JobCountDocument = new TypedDocumentString(`
    query JobCount($state: JobState) {
  jobs(first: 1, state: $state, routine: false) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<JobCountQuery, JobCountQueryVariables>;
export const RoutineJobsDocument = new TypedDocumentString(`
    query RoutineJobs {
  routineJobs {
    kind
    label
    waiting
    running
    done
    parked
    lastFinishedAt
  }
}
    `) as unknown as TypedDocumentString<RoutineJobsQuery, RoutineJobsQueryVariables>;
export const ProjectionsChangedDocument = new TypedDocumentString(`
    subscription ProjectionsChanged {
  projectionsChanged {
    ...ProjectionLine
  }
}
    fragment ProjectionLine on Projection {
  name
  version
  state
  position
  headPosition
  lagEvents
  lagSeconds
  error
  failedPosition
  failedEventType
  parkedEvents
  updatedAt
  rebuild {
    ...Progress
  }
}
fragment Progress on JobProgress {
  done
  total
  rate
  etaSeconds
  phase
}`) as unknown as TypedDocumentString<ProjectionsChangedSubscription, ProjectionsChangedSubscriptionVariables>;
export const JobsChangedDocument = new TypedDocumentString(`
    subscription JobsChanged {
  jobsChanged {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<JobsChangedSubscription, JobsChangedSubscriptionVariables>;
export const ConsentRuleSetDocument = new TypedDocumentString(`
    mutation ConsentRuleSet($input: ConsentRuleSetInput!) {
  consentRuleSet(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ConsentRuleSetMutation, ConsentRuleSetMutationVariables>;
export const ConsentRuleRemoveDocument = new TypedDocumentString(`
    mutation ConsentRuleRemove($country: String!) {
  consentRuleRemove(country: $country) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ConsentRuleRemoveMutation, ConsentRuleRemoveMutationVariables>;
export const ConsentRulesDocument = new TypedDocumentString(`
    query ConsentRules {
  consentRules {
    country
    name
    email
    phone
    changedAt
    changedBy
    note
  }
  consentRuleChanges {
    position
    country
    name
    rule {
      email
      phone
    }
    previous {
      email
      phone
    }
    note
    at
    actorName
  }
}
    `) as unknown as TypedDocumentString<ConsentRulesQuery, ConsentRulesQueryVariables>;
export const ConsentRecordDocument = new TypedDocumentString(`
    mutation ConsentRecord($input: ConsentRecordInput!) {
  consentRecord(input: $input) {
    statementIds
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ConsentRecordMutation, ConsentRecordMutationVariables>;
export const ConsentWithdrawDocument = new TypedDocumentString(`
    mutation ConsentWithdraw($input: ConsentWithdrawInput!) {
  consentWithdraw(input: $input) {
    suppressed
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ConsentWithdrawMutation, ConsentWithdrawMutationVariables>;
export const ConsentTakeBackDocument = new TypedDocumentString(`
    mutation ConsentTakeBack($input: ConsentTakeBackInput!) {
  consentTakeBack(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ConsentTakeBackMutation, ConsentTakeBackMutationVariables>;
export const ConsentListDocument = new TypedDocumentString(`
    query ConsentList($first: Int!, $after: String, $filter: ConsentFilter) {
  consents(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...ConsentShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment ConsentShown on ConsentStatement {
  id
  contactId
  personId
  contactLabel
  contactEmail
  accountName
  country
  channel
  standing
  standingLabel
  state
  givenAt
  origin
  wording
  reference
  url
  ip
  note
  fileName
  fileSize
  recordedAt
  recordedBy
  takenBackAt
  takenBackBy
  takenBackWhy
  erased
}`) as unknown as TypedDocumentString<ConsentListQuery, ConsentListQueryVariables>;
export const ConsentCountDocument = new TypedDocumentString(`
    query ConsentCount($filter: ConsentFilter) {
  consents(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ConsentCountQuery, ConsentCountQueryVariables>;
export const ConsentOneDocument = new TypedDocumentString(`
    query ConsentOne($id: UUID!) {
  consent(id: $id) {
    ...ConsentShown
  }
}
    fragment ConsentShown on ConsentStatement {
  id
  contactId
  personId
  contactLabel
  contactEmail
  accountName
  country
  channel
  standing
  standingLabel
  state
  givenAt
  origin
  wording
  reference
  url
  ip
  note
  fileName
  fileSize
  recordedAt
  recordedBy
  takenBackAt
  takenBackBy
  takenBackWhy
  erased
}`) as unknown as TypedDocumentString<ConsentOneQuery, ConsentOneQueryVariables>;
export const ContactConsentDocument = new TypedDocumentString(`
    query ContactConsent($id: UUID!, $at: DateTime) {
  contactConsent(contactId: $id, at: $at) {
    channels {
      channel
      standing
      standingLabel
      permits
      why
      statementId
      countryName
    }
    statements {
      ...ConsentShown
    }
  }
}
    fragment ConsentShown on ConsentStatement {
  id
  contactId
  personId
  contactLabel
  contactEmail
  accountName
  country
  channel
  standing
  standingLabel
  state
  givenAt
  origin
  wording
  reference
  url
  ip
  note
  fileName
  fileSize
  recordedAt
  recordedBy
  takenBackAt
  takenBackBy
  takenBackWhy
  erased
}`) as unknown as TypedDocumentString<ContactConsentQuery, ContactConsentQueryVariables>;
export const LegalHoldPlaceDocument = new TypedDocumentString(`
    mutation LegalHoldPlace($input: LegalHoldPlaceInput!) {
  legalHoldPlace(input: $input) {
    id
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<LegalHoldPlaceMutation, LegalHoldPlaceMutationVariables>;
export const LegalHoldLiftDocument = new TypedDocumentString(`
    mutation LegalHoldLift($id: UUID!, $reason: String!) {
  legalHoldLift(id: $id, reason: $reason) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<LegalHoldLiftMutation, LegalHoldLiftMutationVariables>;
export const LegalHoldListDocument = new TypedDocumentString(`
    query LegalHoldList($first: Int!, $after: String, $filter: LegalHoldFilter) {
  legalHolds(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...LegalHoldShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment LegalHoldShown on LegalHold {
  id
  scope
  recordId
  data
  label
  reason
  reference
  since
  placedBy
  standing
  liftedAt
  liftedBy
  liftReason
  erased
}`) as unknown as TypedDocumentString<LegalHoldListQuery, LegalHoldListQueryVariables>;
export const LegalHoldCountDocument = new TypedDocumentString(`
    query LegalHoldCount($filter: LegalHoldFilter) {
  legalHolds(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<LegalHoldCountQuery, LegalHoldCountQueryVariables>;
export const LegalHoldOneDocument = new TypedDocumentString(`
    query LegalHoldOne($id: UUID!) {
  legalHold(id: $id) {
    ...LegalHoldShown
  }
}
    fragment LegalHoldShown on LegalHold {
  id
  scope
  recordId
  data
  label
  reason
  reference
  since
  placedBy
  standing
  liftedAt
  liftedBy
  liftReason
  erased
}`) as unknown as TypedDocumentString<LegalHoldOneQuery, LegalHoldOneQueryVariables>;
export const LegalHoldsOfDocument = new TypedDocumentString(`
    query LegalHoldsOf($entity: Entity!, $id: UUID!) {
  legalHoldsOf(entity: $entity, id: $id) {
    ...LegalHoldShown
  }
}
    fragment LegalHoldShown on LegalHold {
  id
  scope
  recordId
  data
  label
  reason
  reference
  since
  placedBy
  standing
  liftedAt
  liftedBy
  liftReason
  erased
}`) as unknown as TypedDocumentString<LegalHoldsOfQuery, LegalHoldsOfQueryVariables>;
export const PrivacyRequestReceiveDocument = new TypedDocumentString(`
    mutation PrivacyRequestReceive($input: PrivacyRequestReceiveInput!) {
  privacyRequestReceive(input: $input) {
    requestId
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PrivacyRequestReceiveMutation, PrivacyRequestReceiveMutationVariables>;
export const PrivacyRequestAssignDocument = new TypedDocumentString(`
    mutation PrivacyRequestAssign($input: PrivacyRequestAssignInput!) {
  privacyRequestAssign(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PrivacyRequestAssignMutation, PrivacyRequestAssignMutationVariables>;
export const PrivacyRequestBeginDocument = new TypedDocumentString(`
    mutation PrivacyRequestBegin($input: PrivacyRequestActionInput!) {
  privacyRequestBegin(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PrivacyRequestBeginMutation, PrivacyRequestBeginMutationVariables>;
export const PrivacyRequestExtendDocument = new TypedDocumentString(`
    mutation PrivacyRequestExtend($input: PrivacyRequestReasonInput!) {
  privacyRequestExtend(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PrivacyRequestExtendMutation, PrivacyRequestExtendMutationVariables>;
export const PrivacyRequestAnswerDocument = new TypedDocumentString(`
    mutation PrivacyRequestAnswer($input: PrivacyRequestAnswerInput!) {
  privacyRequestAnswer(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PrivacyRequestAnswerMutation, PrivacyRequestAnswerMutationVariables>;
export const PrivacyRequestRefuseDocument = new TypedDocumentString(`
    mutation PrivacyRequestRefuse($input: PrivacyRequestReasonInput!) {
  privacyRequestRefuse(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<PrivacyRequestRefuseMutation, PrivacyRequestRefuseMutationVariables>;
export const PrivacyRequestListDocument = new TypedDocumentString(`
    query PrivacyRequestList($first: Int!, $after: String, $filter: PrivacyRequestFilter) {
  privacyRequests(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...PrivacyRequestShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment PrivacyRequestShown on PrivacyRequest {
  id
  kind
  state
  urgency
  cameBy
  receivedAt
  dueAt
  extended
  extensionWhy
  personLabel
  name
  email
  phone
  contactId
  note
  identity
  refusal
  assigneeId
  assignee
  answering
  answeredBy
  settledAt
  holdings {
    contacts
    events
    consents
    suppressions
    tasks
    notes
    imports
    exports
    importRows
  }
  hashes
  fileSize
  fileExpiresAt
  hasProof
  forgotten
  recordedAt
  recordedBy
}`) as unknown as TypedDocumentString<PrivacyRequestListQuery, PrivacyRequestListQueryVariables>;
export const PrivacyRequestCountDocument = new TypedDocumentString(`
    query PrivacyRequestCount($filter: PrivacyRequestFilter) {
  privacyRequests(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PrivacyRequestCountQuery, PrivacyRequestCountQueryVariables>;
export const PrivacyRequestsWaitingDocument = new TypedDocumentString(`
    query PrivacyRequestsWaiting {
  privacyRequestsWaiting {
    unsettled
    soon
    overdue
  }
}
    `) as unknown as TypedDocumentString<PrivacyRequestsWaitingQuery, PrivacyRequestsWaitingQueryVariables>;
export const PrivacyRequestOneDocument = new TypedDocumentString(`
    query PrivacyRequestOne($id: UUID!) {
  privacyRequest(id: $id) {
    ...PrivacyRequestShown
  }
}
    fragment PrivacyRequestShown on PrivacyRequest {
  id
  kind
  state
  urgency
  cameBy
  receivedAt
  dueAt
  extended
  extensionWhy
  personLabel
  name
  email
  phone
  contactId
  note
  identity
  refusal
  assigneeId
  assignee
  answering
  answeredBy
  settledAt
  holdings {
    contacts
    events
    consents
    suppressions
    tasks
    notes
    imports
    exports
    importRows
  }
  hashes
  fileSize
  fileExpiresAt
  hasProof
  forgotten
  recordedAt
  recordedBy
}`) as unknown as TypedDocumentString<PrivacyRequestOneQuery, PrivacyRequestOneQueryVariables>;
export const PrivacyRequestStepsDocument = new TypedDocumentString(`
    query PrivacyRequestSteps($id: UUID!) {
  privacyRequestSteps(id: $id) {
    position
    title
    text
    at
    by
  }
}
    `) as unknown as TypedDocumentString<PrivacyRequestStepsQuery, PrivacyRequestStepsQueryVariables>;
export const PrivacyRequestFoundDocument = new TypedDocumentString(`
    query PrivacyRequestFound($id: UUID!) {
  privacyRequestFound(id: $id) {
    holdings {
      contacts
      events
      consents
      suppressions
      tasks
      notes
      imports
      exports
      importRows
    }
    contacts {
      id
      label
    }
  }
}
    `) as unknown as TypedDocumentString<PrivacyRequestFoundQuery, PrivacyRequestFoundQueryVariables>;
export const PrivacyRequestWaitsForDocument = new TypedDocumentString(`
    query PrivacyRequestWaitsFor($id: UUID!) {
  privacyRequestWaitsFor(id: $id)
}
    `) as unknown as TypedDocumentString<PrivacyRequestWaitsForQuery, PrivacyRequestWaitsForQueryVariables>;
export const PrivacyRequestAssigneesDocument = new TypedDocumentString(`
    query PrivacyRequestAssignees {
  taskAssignees {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<PrivacyRequestAssigneesQuery, PrivacyRequestAssigneesQueryVariables>;
export const RetentionDryRunStartDocument = new TypedDocumentString(`
    mutation RetentionDryRunStart($kind: RetentionKind!, $keep: RetentionKeepInput!) {
  retentionDryRunStart(kind: $kind, keep: $keep) {
    jobId
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<RetentionDryRunStartMutation, RetentionDryRunStartMutationVariables>;
export const RetentionRuleSetDocument = new TypedDocumentString(`
    mutation RetentionRuleSet($input: RetentionRuleSetInput!) {
  retentionRuleSet(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<RetentionRuleSetMutation, RetentionRuleSetMutationVariables>;
export const RetentionRunNowDocument = new TypedDocumentString(`
    mutation RetentionRunNow {
  retentionRunNow {
    jobId
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<RetentionRunNowMutation, RetentionRunNowMutationVariables>;
export const RetentionCancelDocument = new TypedDocumentString(`
    mutation RetentionCancel($input: JobActionInput!) {
  jobCancel(input: $input) {
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<RetentionCancelMutation, RetentionCancelMutationVariables>;
export const RetentionDocument = new TypedDocumentString(`
    query Retention {
  retentionRules {
    kind
    label
    deletes
    keep {
      count
      unit
      label
    }
    mayBeForever
    onHold
    changedAt
    changedBy
    note
  }
  retentionRuleChanges {
    position
    kind
    label
    keep {
      label
    }
    previous {
      label
    }
    note
    at
    actorName
  }
  retentionRuns {
    id
    endedAt
    askedBy
    cancelled
    deleted
    held
    kinds {
      kind
      label
      deleted
      held
      left
      more
      onHold
    }
  }
}
    `) as unknown as TypedDocumentString<RetentionQuery, RetentionQueryVariables>;
export const RetentionDryRunDocument = new TypedDocumentString(`
    query RetentionDryRun($id: UUID!) {
  retentionDryRun(id: $id) {
    id
    dueNow
    dueIn30Days
    dueIn90Days
    held
    items {
      id
      name
      since
    }
    heldItems {
      id
      name
      since
    }
  }
}
    `) as unknown as TypedDocumentString<RetentionDryRunQuery, RetentionDryRunQueryVariables>;
export const RetentionJobDocument = new TypedDocumentString(`
    query RetentionJob($id: UUID!) {
  job(id: $id) {
    id
    state
    error
    progress {
      done
      phase
    }
  }
}
    `) as unknown as TypedDocumentString<RetentionJobQuery, RetentionJobQueryVariables>;
export const SuppressionsAddDocument = new TypedDocumentString(`
    mutation SuppressionsAdd($input: SuppressionsAddInput!) {
  suppressionsAdd(input: $input) {
    ids
    added
    already
    refused {
      line
      value
      message
    }
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SuppressionsAddMutation, SuppressionsAddMutationVariables>;
export const SuppressionReleaseDocument = new TypedDocumentString(`
    mutation SuppressionRelease($id: UUID!, $reason: String!) {
  suppressionRelease(id: $id, reason: $reason) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SuppressionReleaseMutation, SuppressionReleaseMutationVariables>;
export const SuppressionListDocument = new TypedDocumentString(`
    query SuppressionList($first: Int!, $after: String, $filter: SuppressionFilter) {
  suppressions(first: $first, after: $after, filter: $filter) {
    edges {
      cursor
      node {
        ...SuppressionShown
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    stale
  }
}
    fragment SuppressionShown on Suppression {
  id
  kind
  value
  label
  reach
  clientId
  clientName
  campaignId
  campaignName
  brandId
  brandName
  reason
  reasonLabel
  standing
  note
  since
  until
  addedBy
  releasedAt
  releasedBy
  releaseReason
  erased
}`) as unknown as TypedDocumentString<SuppressionListQuery, SuppressionListQueryVariables>;
export const SuppressionCountDocument = new TypedDocumentString(`
    query SuppressionCount($filter: SuppressionFilter) {
  suppressions(first: 1, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SuppressionCountQuery, SuppressionCountQueryVariables>;
export const SuppressionOneDocument = new TypedDocumentString(`
    query SuppressionOne($id: UUID!) {
  suppression(id: $id) {
    ...SuppressionShown
  }
  suppressionEvents(id: $id) {
    position
    eventType
    title
    text
    at
    actorName
    source
    ip
  }
}
    fragment SuppressionShown on Suppression {
  id
  kind
  value
  label
  reach
  clientId
  clientName
  campaignId
  campaignName
  brandId
  brandName
  reason
  reasonLabel
  standing
  note
  since
  until
  addedBy
  releasedAt
  releasedBy
  releaseReason
  erased
}`) as unknown as TypedDocumentString<SuppressionOneQuery, SuppressionOneQueryVariables>;
export const SuppressionsOfDocument = new TypedDocumentString(`
    query SuppressionsOf($entity: Entity!, $id: UUID!) {
  suppressionsOf(entity: $entity, id: $id) {
    ...SuppressionShown
  }
}
    fragment SuppressionShown on Suppression {
  id
  kind
  value
  label
  reach
  clientId
  clientName
  campaignId
  campaignName
  brandId
  brandName
  reason
  reasonLabel
  standing
  note
  since
  until
  addedBy
  releasedAt
  releasedBy
  releaseReason
  erased
}`) as unknown as TypedDocumentString<SuppressionsOfQuery, SuppressionsOfQueryVariables>;
export const SuppressionCheckDocument = new TypedDocumentString(`
    query SuppressionCheck($value: String!) {
  suppressionCheck(value: $value) {
    kind
    value
    suppressed
    because {
      suppressionId
      reasonLabel
      since
    }
  }
}
    `) as unknown as TypedDocumentString<SuppressionCheckQuery, SuppressionCheckQueryVariables>;
export const SuppressionFilesDocument = new TypedDocumentString(`
    query SuppressionFiles($reason: SuppressionReason) {
  suppressionFiles(reason: $reason) {
    id
    reason
    reasonLabel
    country
    asOf
    ageDays
    stale
    rows
    added
    already
    refused
    readAt
    readBy
  }
}
    `) as unknown as TypedDocumentString<SuppressionFilesQuery, SuppressionFilesQueryVariables>;
export const NoteAddDocument = new TypedDocumentString(`
    mutation NoteAdd($input: NoteAddInput!) {
  noteAdd(input: $input) {
    ...NoteWritten
  }
}
    fragment NoteWritten on NotePayload {
  position
  note {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NoteAddMutation, NoteAddMutationVariables>;
export const NoteEditDocument = new TypedDocumentString(`
    mutation NoteEdit($input: NoteEditInput!) {
  noteEdit(input: $input) {
    ...NoteWritten
  }
}
    fragment NoteWritten on NotePayload {
  position
  note {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NoteEditMutation, NoteEditMutationVariables>;
export const NotePinDocument = new TypedDocumentString(`
    mutation NotePin($id: UUID!, $pinned: Boolean!) {
  notePin(id: $id, pinned: $pinned) {
    ...NoteWritten
  }
}
    fragment NoteWritten on NotePayload {
  position
  note {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NotePinMutation, NotePinMutationVariables>;
export const NoteDeleteDocument = new TypedDocumentString(`
    mutation NoteDelete($id: UUID!) {
  noteDelete(id: $id) {
    ...NoteWritten
  }
}
    fragment NoteWritten on NotePayload {
  position
  note {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NoteDeleteMutation, NoteDeleteMutationVariables>;
export const NoteRestoreDocument = new TypedDocumentString(`
    mutation NoteRestore($id: UUID!) {
  noteRestore(id: $id) {
    ...NoteWritten
  }
}
    fragment NoteWritten on NotePayload {
  position
  note {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<NoteRestoreMutation, NoteRestoreMutationVariables>;
export const NotesDocument = new TypedDocumentString(`
    query Notes($entity: Entity!, $recordId: UUID!, $after: String) {
  notes(entity: $entity, recordId: $recordId, first: 30, after: $after) {
    edges {
      node {
        ...NoteParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment NoteParts on Note {
  id
  body
  authorName
  pinned
  createdAt
  editedAt
  editedByName
  mayChange
  version
}`) as unknown as TypedDocumentString<NotesQuery, NotesQueryVariables>;
export const TaskCreateDocument = new TypedDocumentString(`
    mutation TaskCreate($input: TaskCreateInput!) {
  taskCreate(input: $input) {
    ...TaskWritten
  }
}
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TaskCreateMutation, TaskCreateMutationVariables>;
export const TaskChangeDocument = new TypedDocumentString(`
    mutation TaskChange($input: TaskChangeInput!) {
  taskChange(input: $input) {
    ...TaskWritten
  }
}
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TaskChangeMutation, TaskChangeMutationVariables>;
export const TaskCompleteDocument = new TypedDocumentString(`
    mutation TaskComplete($id: UUID!) {
  taskComplete(id: $id) {
    ...TaskWritten
  }
}
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TaskCompleteMutation, TaskCompleteMutationVariables>;
export const TaskCancelDocument = new TypedDocumentString(`
    mutation TaskCancel($id: UUID!) {
  taskCancel(id: $id) {
    ...TaskWritten
  }
}
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TaskCancelMutation, TaskCancelMutationVariables>;
export const TaskReopenDocument = new TypedDocumentString(`
    mutation TaskReopen($id: UUID!) {
  taskReopen(id: $id) {
    ...TaskWritten
  }
}
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TaskReopenMutation, TaskReopenMutationVariables>;
export const TaskDeleteDocument = new TypedDocumentString(`
    mutation TaskDelete($id: UUID!) {
  taskDelete(id: $id) {
    ...TaskWritten
  }
}
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TaskDeleteMutation, TaskDeleteMutationVariables>;
export const TaskRestoreDocument = new TypedDocumentString(`
    mutation TaskRestore($id: UUID!) {
  taskRestore(id: $id) {
    ...TaskWritten
  }
}
    fragment TaskWritten on TaskPayload {
  position
  task {
    id
    version
  }
  userErrors {
    ...Refusal
  }
}
fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<TaskRestoreMutation, TaskRestoreMutationVariables>;
export const TasksDocument = new TypedDocumentString(`
    query Tasks($filter: TaskFilter!, $first: Int!, $after: String) {
  tasks(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      node {
        ...TaskParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment TaskParts on Task {
  id
  title
  details
  state
  priority
  dueOn
  dueAt
  assigneeId
  assigneeName
  entity
  recordId
  recordName
  createdByName
  settledAt
  settledByName
  mayChange
  version
}`) as unknown as TypedDocumentString<TasksQuery, TasksQueryVariables>;
export const TaskCountsDocument = new TypedDocumentString(`
    query TaskCounts($timeZone: String!) {
  taskCounts(timeZone: $timeZone) {
    open
    overdue
  }
}
    `) as unknown as TypedDocumentString<TaskCountsQuery, TaskCountsQueryVariables>;
export const TaskAssigneesDocument = new TypedDocumentString(`
    query TaskAssignees {
  taskAssignees {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<TaskAssigneesQuery, TaskAssigneesQueryVariables>;
export const PreferencesSaveDocument = new TypedDocumentString(`
    mutation PreferencesSave($input: PreferencesInput!) {
  preferencesSave(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PreferencesSaveMutation, PreferencesSaveMutationVariables>;
export const SegmentHistoryDocument = new TypedDocumentString(`
    query SegmentHistory($id: UUID!) {
  segmentHistory(id: $id) {
    ...AudienceEventParts
  }
}
    fragment AudienceEventParts on AudienceEvent {
  position
  eventType
  title
  at
  actorName
  sourceLabel
  changes {
    label
    old
    new
  }
}`) as unknown as TypedDocumentString<SegmentHistoryQuery, SegmentHistoryQueryVariables>;
export const ListHistoryDocument = new TypedDocumentString(`
    query ListHistory($id: UUID!) {
  listHistory(id: $id) {
    ...AudienceEventParts
  }
}
    fragment AudienceEventParts on AudienceEvent {
  position
  eventType
  title
  at
  actorName
  sourceLabel
  changes {
    label
    old
    new
  }
}`) as unknown as TypedDocumentString<ListHistoryQuery, ListHistoryQueryVariables>;
export const DomainSetHistoryDocument = new TypedDocumentString(`
    query DomainSetHistory($id: UUID!) {
  domainSetHistory(id: $id) {
    ...AudienceEventParts
  }
}
    fragment AudienceEventParts on AudienceEvent {
  position
  eventType
  title
  at
  actorName
  sourceLabel
  changes {
    label
    old
    new
  }
}`) as unknown as TypedDocumentString<DomainSetHistoryQuery, DomainSetHistoryQueryVariables>;
export const EmailTemplateHistoryDocument = new TypedDocumentString(`
    query EmailTemplateHistory($id: UUID!) {
  emailTemplateHistory(id: $id) {
    ...AudienceEventParts
  }
}
    fragment AudienceEventParts on AudienceEvent {
  position
  eventType
  title
  at
  actorName
  sourceLabel
  changes {
    label
    old
    new
  }
}`) as unknown as TypedDocumentString<EmailTemplateHistoryQuery, EmailTemplateHistoryQueryVariables>;
export const EmailSnippetHistoryDocument = new TypedDocumentString(`
    query EmailSnippetHistory($id: UUID!) {
  emailSnippetHistory(id: $id) {
    ...AudienceEventParts
  }
}
    fragment AudienceEventParts on AudienceEvent {
  position
  eventType
  title
  at
  actorName
  sourceLabel
  changes {
    label
    old
    new
  }
}`) as unknown as TypedDocumentString<EmailSnippetHistoryQuery, EmailSnippetHistoryQueryVariables>;
export const CampaignHistoryDocument = new TypedDocumentString(`
    query CampaignHistory($id: UUID!) {
  campaignHistory(id: $id) {
    ...AudienceEventParts
  }
}
    fragment AudienceEventParts on AudienceEvent {
  position
  eventType
  title
  at
  actorName
  sourceLabel
  changes {
    label
    old
    new
  }
}`) as unknown as TypedDocumentString<CampaignHistoryQuery, CampaignHistoryQueryVariables>;
export const FieldCatalogueDocument = new TypedDocumentString(`
    query FieldCatalogue($entity: Entity!) {
  fieldCatalogue(entity: $entity) {
    key
    label
    kind
    group
    personal
    writable
    unique
    required
    sortable
    custom
    options
    choices {
      value
      label
      retired
    }
  }
}
    `) as unknown as TypedDocumentString<FieldCatalogueQuery, FieldCatalogueQueryVariables>;
export const FilterFieldsDocument = new TypedDocumentString(`
    query FilterFields($entity: Entity!) {
  filterFields(entity: $entity) {
    key
    label
    group
    type
    kind
    options
    choices {
      value
      label
      retired
    }
    suggestions
    operators {
      name
      label
      takes
    }
  }
}
    `) as unknown as TypedDocumentString<FilterFieldsQuery, FilterFieldsQueryVariables>;
export const FilterSuggestionsDocument = new TypedDocumentString(`
    query FilterSuggestions($entity: Entity!, $field: String!, $prefix: String!) {
  filterSuggestions(entity: $entity, field: $field, prefix: $prefix) {
    value
    label
    seen
  }
}
    `) as unknown as TypedDocumentString<FilterSuggestionsQuery, FilterSuggestionsQueryVariables>;
export const FilterCheckDocument = new TypedDocumentString(`
    query FilterCheck($entity: Entity!, $filter: JSON!) {
  filterCheck(entity: $entity, filter: $filter) {
    valid
    sentence
    errors {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FilterCheckQuery, FilterCheckQueryVariables>;
export const FilterSentenceDocument = new TypedDocumentString(`
    query FilterSentence($entity: Entity!, $filter: JSON!) {
  filterSentence(entity: $entity, filter: $filter)
}
    `) as unknown as TypedDocumentString<FilterSentenceQuery, FilterSentenceQueryVariables>;
export const HistoryOfDocument = new TypedDocumentString(`
    query HistoryOf($entity: Entity!, $id: UUID!, $first: Int!, $after: String, $wanted: TimelineFilter) {
  history(entity: $entity, id: $id, first: $first, after: $after, wanted: $wanted) {
    edges {
      cursor
      node {
        position
        eventType
        title
        about
        at
        source
        sourceLabel
        importId
        actorName
        restoredFrom
        undoable
        requestId
        changes {
          field
          label
          old
          new
          kept
          rule
          derived
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryOfQuery, HistoryOfQueryVariables>;
export const TimelineFacetsDocument = new TypedDocumentString(`
    query TimelineFacets($entity: Entity!, $id: UUID!) {
  timelineFacets(entity: $entity, id: $id) {
    kinds {
      key
      label
      count
    }
    actors {
      id
      name
      count
    }
    moments {
      position
      at
      eventType
    }
  }
}
    `) as unknown as TypedDocumentString<TimelineFacetsQuery, TimelineFacetsQueryVariables>;
export const RecordThenDocument = new TypedDocumentString(`
    query RecordThen($entity: Entity!, $id: UUID!, $at: DateTime, $position: Int) {
  recordAsOf(entity: $entity, id: $id, at: $at, position: $position) {
    existed
    archived
    at
    fields {
      field
      label
      value
      text
      derived
    }
  }
  recordCompare(entity: $entity, id: $id, from: $at, fromPosition: $position) {
    fields {
      field
      label
      to
      toText
      changed
    }
  }
}
    `) as unknown as TypedDocumentString<RecordThenQuery, RecordThenQueryVariables>;
export const RecordsComparedDocument = new TypedDocumentString(`
    query RecordsCompared($entity: Entity!, $id: UUID!, $from: DateTime, $fromPosition: Int, $to: DateTime, $toPosition: Int) {
  recordCompare(
    entity: $entity
    id: $id
    from: $from
    fromPosition: $fromPosition
    to: $to
    toPosition: $toPosition
  ) {
    from {
      existed
      archived
      at
    }
    to {
      existed
      archived
      at
    }
    fields {
      field
      label
      from
      fromText
      to
      toText
      changed
    }
  }
}
    `) as unknown as TypedDocumentString<RecordsComparedQuery, RecordsComparedQueryVariables>;
export const MembershipsDocument = new TypedDocumentString(`
    query Memberships($entity: Entity!, $id: UUID!, $past: Boolean!) {
  memberships(entity: $entity, id: $id, past: $past) {
    segments {
      segmentId
      name
      archived
      enteredAt
      enteredBecause {
        cause
        conditions {
          sentence
          holds
        }
      }
      leftAt
      leftBecause {
        cause
        conditions {
          sentence
          holds
        }
      }
    }
    lists {
      listId
      name
      archived
      source
      how
      byName
      enteredAt
      leftAt
    }
    domainSets {
      domainSetId
      name
      archived
      domain
      byAccount
      via
      matchedAt
      since
    }
  }
}
    `) as unknown as TypedDocumentString<MembershipsQuery, MembershipsQueryVariables>;
export const RecordsMergeDocument = new TypedDocumentString(`
    mutation RecordsMerge($input: RecordsMergeInput!) {
  recordsMerge(input: $input) {
    position
    bulk {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<RecordsMergeMutation, RecordsMergeMutationVariables>;
export const MergeUndoDocument = new TypedDocumentString(`
    mutation MergeUndo($input: BulkUndoInput!) {
  bulkUndo(input: $input) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<MergeUndoMutation, MergeUndoMutationVariables>;
export const MergeUndoneDocument = new TypedDocumentString(`
    query MergeUndone($id: UUID!) {
  bulk(id: $id) {
    state
    undo {
      state
    }
  }
}
    `) as unknown as TypedDocumentString<MergeUndoneQuery, MergeUndoneQueryVariables>;
export const MergeContactsDocument = new TypedDocumentString(`
    query MergeContacts($ids: [UUID!]!) {
  contacts(filter: {ids: $ids, archived: null}, first: 60) {
    edges {
      node {
        id
        version
        archived
        fields
        accountId
        accountName
        createdAt
        updatedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergeContactsQuery, MergeContactsQueryVariables>;
export const MergeAccountsDocument = new TypedDocumentString(`
    query MergeAccounts($ids: [UUID!]!) {
  accounts(filter: {ids: $ids, archived: null}, first: 60) {
    edges {
      node {
        id
        version
        archived
        fields
        createdAt
        updatedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MergeAccountsQuery, MergeAccountsQueryVariables>;
export const UndoNamesDocument = new TypedDocumentString(`
    query UndoNames($contacts: [UUID!]!, $accounts: [UUID!]!, $ofContacts: Boolean!, $ofAccounts: Boolean!) {
  contacts(first: 100, filter: {ids: $contacts, archived: null}) @include(if: $ofContacts) {
    edges {
      node {
        id
        fullName
        email
      }
    }
  }
  accounts(first: 100, filter: {ids: $accounts, archived: null}) @include(if: $ofAccounts) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UndoNamesQuery, UndoNamesQueryVariables>;
export const PhoneAssessedDocument = new TypedDocumentString(`
    query PhoneAssessed($number: String!) {
  phoneAssessment(number: $number) {
    validity
    line
    lineLabel
    countryName
    timeZone
  }
}
    `) as unknown as TypedDocumentString<PhoneAssessedQuery, PhoneAssessedQueryVariables>;
export const ProvenanceOfDocument = new TypedDocumentString(`
    query ProvenanceOf($entity: Entity!, $id: UUID!) {
  provenance(entity: $entity, id: $id) {
    fields {
      field
      current {
        value
        text
        derived
        origin {
          ...Origin
        }
      }
      earlier {
        value
        text
        derived
        origin {
          ...Origin
        }
      }
      kept {
        value
        text
        rule
        origin {
          ...Origin
        }
      }
    }
  }
}
    fragment Origin on ValueOrigin {
  position
  at
  sourceLabel
  importId
  actorName
  restoredFrom
}`) as unknown as TypedDocumentString<ProvenanceOfQuery, ProvenanceOfQueryVariables>;
export const RecordWorkDocument = new TypedDocumentString(`
    query RecordWork($entity: Entity!, $id: UUID!) {
  tasks(first: 0, filter: {entity: $entity, recordId: $id, states: [OPEN]}) {
    totalCount
  }
  notes(first: 0, entity: $entity, recordId: $id) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<RecordWorkQuery, RecordWorkQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $kinds: [SearchKind!], $first: Int!, $archived: Boolean!, $audiences: Boolean!) {
  search(text: $text, kinds: $kinds, first: $first, archived: $archived) {
    stale
    audiences @include(if: $audiences) {
      total
      hits {
        kind
        id
        entity
        archived
        tags
        namePieces {
          text
          hit
        }
      }
    }
    groups {
      kind
      total
      more
      hits {
        kind
        id
        title
        archived
        titlePieces {
          text
          hit
        }
        subtitlePieces {
          text
          hit
        }
        matched {
          field
          label
          pieces {
            text
            hit
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SearchOpenedDocument = new TypedDocumentString(`
    query SearchOpened($first: Int!, $contacts: ContactFilter, $accounts: AccountFilter, $withContacts: Boolean!, $withAccounts: Boolean!) {
  contacts(first: $first, filter: $contacts) @include(if: $withContacts) {
    edges {
      node {
        id
        fullName
        email
        jobTitle
        accountName
        archived
        erased
      }
    }
  }
  accounts(first: $first, filter: $accounts) @include(if: $withAccounts) {
    edges {
      node {
        id
        name
        domain
        archived
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchOpenedQuery, SearchOpenedQueryVariables>;
export const ClientViewEndDocument = new TypedDocumentString(`
    mutation ClientViewEnd($id: UUID!) {
  clientViewEnd(id: $id) {
    position
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ClientViewEndMutation, ClientViewEndMutationVariables>;

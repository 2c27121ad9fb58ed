/** A campaign for the tests: a draft with everything said, nothing tested and nothing vouched for. */
import type { Campaign, CampaignVersion } from "./queries.ts";

export const ID = "01930000-0000-7000-8000-000000000000";

const MAY: Campaign["may"] = {
  archive: null,
  changePace: "It is a draft.",
  edit: null,
  launch: null,
  pause: "It is a draft.",
  rename: null,
  restore: "It is not archived.",
  resume: "It is a draft.",
  stop: "It is a draft.",
  topUp: "It is a draft.",
  unschedule: "It is a draft.",
};

export const DRAFT: Campaign = {
  id: ID,
  channel: "EMAIL",
  name: "Fleet telematics",
  state: "DRAFT",
  archived: false,
  tags: ["fleet"],
  ownerId: "ada",
  ownerName: "Ada",
  teamId: null,
  clientId: null,
  clientName: null,
  brandId: "brand",
  brandName: "Norhavn",
  audienceCount: 0,
  startAt: null,
  launchedAt: null,
  endedAt: null,
  createdAt: "2026-11-23T10:00:00Z",
  updatedAt: "2026-11-23T10:00:00Z",
  pausedBecause: null,
  taking: null,
  takeStands: false,
  winner: null,
  audience: {
    include: [
      {
        kind: "LIST",
        id: "list",
        entity: "CONTACT",
        name: "Fleet managers",
        filter: null,
        fuzzy: false,
        timeZone: null,
        who: null,
        sentence: "in the list Fleet managers",
        gone: false,
      },
    ],
    exclude: [],
    sentence: "Whoever is in the list Fleet managers.",
  },
  content: {
    senderId: "sender",
    senderName: "Norhavn News",
    variants: [{ key: "A", templateId: "template", templateName: "Spring news", version: 2, subject: null, weight: 1 }],
    test: null,
    utm: null,
    trackOpens: true,
    trackLinks: true,
    namedLinks: [],
    digest: "d1",
  },
  schedule: {
    at: null,
    zone: "Europe/Berlin",
    inRecipientsZone: false,
    windows: null,
    endsAt: null,
    perSecond: null,
    respectsCap: true,
    startsAt: null,
  },
  confirmations: [
    { code: "LAWFUL_BASIS", wording: "We may write to these people.", confirmed: false, byName: null },
    { code: "CONTENT_CHECKED", wording: "Somebody read what it says.", confirmed: false, byName: null },
  ],
  seedTested: null,
  pace: null,
  versions: [],
  may: MAY,
};

const VERSION: CampaignVersion = {
  version: 1,
  asOf: "2026-11-23T11:00:00Z",
  position: 4711,
  count: 10,
  accounts: 4,
  hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  sentence: "Whoever is in the list Fleet managers.",
  excluded: [{ reason: "suppressed", label: "Suppressed", count: 2 }],
};

export const RUNNING: Campaign = {
  ...DRAFT,
  state: "RUNNING",
  audienceCount: 10,
  launchedAt: "2026-11-23T11:00:00Z",
  versions: [VERSION],
  pace: { perSecond: 5, windows: null },
  may: {
    ...MAY,
    edit: "It is running.",
    launch: "It is running.",
    archive: "Stop it first.",
    pause: null,
    stop: null,
    topUp: null,
    changePace: null,
  },
};

export const LEDGER = {
  audience: 10,
  pending: 3,
  handingOver: 1,
  sent: 4,
  excluded: 2,
  failed: 0,
  unknown: 1,
  balanced: true,
  reasons: [
    { state: "EXCLUDED", reason: "suppressed", label: "Suppressed", count: 2 },
    { state: "UNKNOWN", reason: "no_answer", label: "The provider did not answer", count: 1 },
  ],
  stale: false,
};

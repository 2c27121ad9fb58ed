/** What is worked out of a campaign: how its audience divides, what keeps it from being launched, how long it takes, what it looks like. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { AudienceSourceInput } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { CAMPAIGNS } from "./queries.ts";

const HEALTH = graphql(`
  query CampaignAudienceHealth(
    $id: UUID
    $include: [AudienceSourceInput!]
    $exclude: [AudienceSourceInput!]
    $clientId: UUID
  ) {
    campaignAudienceHealth(id: $id, include: $include, exclude: $exclude, channel: EMAIL, clientId: $clientId) {
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
`);

const SOURCE_COUNT = graphql(`
  query CampaignSourceCount($include: [AudienceSourceInput!]) {
    campaignAudienceHealth(include: $include, channel: EMAIL) {
      total
    }
  }
`);

const PREFLIGHT = graphql(`
  query CampaignPreflight($id: UUID!) {
    campaignPreflight(id: $id) {
      code
      level
      message
      step
      detail
    }
  }
`);

const ESTIMATE = graphql(`
  query CampaignEstimate($id: UUID!, $reachable: Int) {
    campaignEstimate(id: $id, reachable: $reachable) {
      startsAt
      endsAbout
      words
    }
  }
`);

const LINKS = graphql(`
  query CampaignLinks($id: UUID!) {
    campaignLinks(id: $id) {
      n
      name
      url
      variant
    }
  }
`);

const PREVIEW = graphql(`
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
`);

export type PreflightItem = Awaited<ReturnType<typeof preflight>>[number];
export type CampaignLink = Awaited<ReturnType<typeof links>>[number];

export interface AudienceAsked {
  include: AudienceSourceInput[];
  exclude: AudienceSourceInput[];
  /** For whom it is done. */
  clientId: string | null;
}

async function audienceHealth({ include, exclude, clientId }: AudienceAsked, signal?: AbortSignal) {
  const asked = { id: null, include, exclude, clientId };
  return (await execute(HEALTH, asked, signal)).campaignAudienceHealth;
}

/** How many would get it now, and why the others would not. Below the key of contacts, as it counts them. */
export const healthQuery = (asked: AudienceAsked) =>
  queryOptions({
    queryKey: ["contacts", "campaign-audience", asked],
    queryFn: ({ signal }) => audienceHealth(asked, signal),
    enabled: asked.include.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Contacts of one source alone. */
export const sourceCountQuery = (source: AudienceSourceInput) =>
  queryOptions({
    queryKey: ["contacts", "campaign-source", source],
    queryFn: async ({ signal }) =>
      (await execute(SOURCE_COUNT, { include: [source] }, signal)).campaignAudienceHealth.total,
    staleTime: 60_000,
    retry: false,
  });

async function preflight(id: string, signal?: AbortSignal) {
  return (await execute(PREFLIGHT, { id }, signal)).campaignPreflight;
}

/** What keeps it from being launched, faults first. Asked anew each time it is looked at. */
export const preflightQuery = (id: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "preflight", id],
    queryFn: ({ signal }) => preflight(id, signal),
    staleTime: 0,
    retry: false,
  });

/** About how long it takes. */
export const estimateQuery = (id: string, reachable: number | null) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "estimate", id, reachable],
    queryFn: async ({ signal }) => (await execute(ESTIMATE, { id, reachable }, signal)).campaignEstimate,
    placeholderData: keepPreviousData,
    retry: false,
  });

async function links(id: string, signal?: AbortSignal) {
  return (await execute(LINKS, { id }, signal)).campaignLinks;
}

/** The links of what it says. `digest`: of the content, so that they are read anew with it; the former ones stay until then, as somebody may be typing at them. */
export const linksQuery = (id: string, digest: string) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "links", id, digest],
    queryFn: ({ signal }) => links(id, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** A variant as it was saved, as a contact would get it, or somebody without any values. */
export const contentPreviewQuery = (id: string, digest: string, variant: string, contactId: string | null) =>
  queryOptions({
    queryKey: [CAMPAIGNS, "preview", id, digest, variant, contactId],
    queryFn: async ({ signal }) => (await execute(PREVIEW, { id, variant, contactId }, signal)).campaignContentPreview,
    placeholderData: keepPreviousData,
    retry: false,
  });

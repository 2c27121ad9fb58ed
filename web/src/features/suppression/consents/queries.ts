/** Consents: the register, and how it stands with a contact, now or at a moment. */
import { queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { ConsentFilter, ConsentShownFragment, ContactConsentQuery } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
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
`);

const LIST = graphql(`
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
`);

const COUNT = graphql(`
  query ConsentCount($filter: ConsentFilter) {
    consents(first: 1, filter: $filter) {
      totalCount
    }
  }
`);

const ONE = graphql(`
  query ConsentOne($id: UUID!) {
    consent(id: $id) {
      ...ConsentShown
    }
  }
`);

const OF_CONTACT = graphql(`
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
`);

export type Consent = ConsentShownFragment;
export type ContactConsent = NonNullable<ContactConsentQuery["contactConsent"]>;
export type ChannelConsent = ContactConsent["channels"][number];

export async function consentPage(request: PageRequest<ConsentFilter, null>) {
  const { first, after, filter, signal } = request;
  return (await execute(LIST, { first, after: after ?? null, filter }, signal)).consents;
}

export async function consentCount(filter: ConsentFilter, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, { filter }, signal)).consents.totalCount;
}

/** Null: there is none, or the viewer may not see the person. */
export async function consentById(id: string, signal: AbortSignal): Promise<Consent | null> {
  return (await execute(ONE, { id }, signal)).consent ?? null;
}

/** Null: there is, or was then, no such contact for the viewer. `at`: as it stood then, with the rules of then. */
export const contactConsentQuery = (id: string, at: string | null = null) =>
  queryOptions({
    queryKey: ["consents", "of", id, at],
    queryFn: async ({ signal }) => (await execute(OF_CONTACT, { id, at }, signal)).contactConsent,
  });

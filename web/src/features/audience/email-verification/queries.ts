import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { EmailVerificationFullFragment, EmailVerificationOutcome } from "@/gql/graphql.ts";
import { execute } from "@/lib/graphql.ts";
import { subscribe } from "@/lib/subscribe.ts";
import type { PageRequest } from "@/lib/use-record-list.ts";

graphql(`
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
`);
const ONE = graphql(`
  query EmailVerificationOne($id: UUID!) {
    emailVerification(id: $id) {
      ...EmailVerificationFull
    }
  }
`);
const LIST = graphql(`
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
`);
const COUNT = graphql(`
  query EmailVerificationCount {
    emailVerifications(first: 1) {
      totalCount
    }
  }
`);
const CONTACTS = graphql(`
  query EmailVerificationContacts($id: UUID!, $outcome: EmailVerificationOutcome, $first: Int!, $after: String) {
    emailVerificationContacts(id: $id, outcome: $outcome, first: $first, after: $after) {
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
`);
const SETTINGS = graphql(`
  query EmailVerificationSettings {
    emailVerificationSettings {
      mailboxes
      perMinute
      hostBudget
    }
  }
`);
const PROGRESS = graphql(`
  subscription EmailVerificationProgress($id: UUID!) {
    emailVerificationProgress(id: $id) {
      ...EmailVerificationFull
    }
  }
`);

export type EmailVerification = EmailVerificationFullFragment;

export async function fetchVerification(id: string, signal: AbortSignal): Promise<EmailVerification | null> {
  return (await execute(ONE, { id }, signal)).emailVerification ?? null;
}

export async function verificationPage(request: PageRequest<object, null>) {
  const { first, after, signal } = request;
  return (await execute(LIST, { first, after: after ?? null }, signal)).emailVerifications;
}

export async function verificationCount(_filter: object, signal?: AbortSignal): Promise<number> {
  return (await execute(COUNT, {}, signal)).emailVerifications.totalCount;
}

/** The last run over what an import made or changed; null before there was one. */
export const verificationOfImportQuery = (importId: string) =>
  queryOptions({
    queryKey: ["email-verifications", "import", importId],
    queryFn: async ({ signal }) =>
      (await execute(LIST, { first: 1, importId }, signal)).emailVerifications.edges[0]?.node ?? null,
  });

/** What this deployment can find out. It does not change while the app is open. */
export const verificationSettingsQuery = queryOptions({
  queryKey: ["email-verifications", "settings"],
  queryFn: async ({ signal }) => (await execute(SETTINGS, {}, signal)).emailVerificationSettings,
  staleTime: Number.POSITIVE_INFINITY,
});

const PAGE = 50;

/** What became of the contacts of one outcome; `moved` tells one end from the next. */
export const verifiedContactsQuery = (id: string, outcome: EmailVerificationOutcome, moved: string) =>
  infiniteQueryOptions({
    queryKey: ["email-verifications", "contacts", id, outcome, moved],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { id, outcome, first: PAGE, after: pageParam };
      const { edges, pageInfo } = (await execute(CONTACTS, asked, signal)).emailVerificationContacts;
      return {
        rows: edges.map((edge) => edge.node),
        next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
      };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export function watchVerification(id: string, onData: (one: EmailVerification) => void): () => void {
  return subscribe(PROGRESS, { id }, (data) => onData(data.emailVerificationProgress));
}

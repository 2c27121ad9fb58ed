import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { PrivacyRequestFilter, PrivacyRequestReceiveInput } from "@/gql/graphql.ts";
import { download } from "@/lib/download.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const RECEIVE = graphql(`
  mutation PrivacyRequestReceive($input: PrivacyRequestReceiveInput!) {
    privacyRequestReceive(input: $input) {
      requestId
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const ASSIGN = graphql(`
  mutation PrivacyRequestAssign($input: PrivacyRequestAssignInput!) {
    privacyRequestAssign(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const BEGIN = graphql(`
  mutation PrivacyRequestBegin($input: PrivacyRequestActionInput!) {
    privacyRequestBegin(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const EXTEND = graphql(`
  mutation PrivacyRequestExtend($input: PrivacyRequestReasonInput!) {
    privacyRequestExtend(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const ANSWER = graphql(`
  mutation PrivacyRequestAnswer($input: PrivacyRequestAnswerInput!) {
    privacyRequestAnswer(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

const REFUSE = graphql(`
  mutation PrivacyRequestRefuse($input: PrivacyRequestReasonInput!) {
    privacyRequestRefuse(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** Answers with the id of the request. */
export async function receiveRequest(input: PrivacyRequestReceiveInput): Promise<string | null> {
  return accepted((await execute(RECEIVE, { input })).privacyRequestReceive).requestId;
}

export async function assignRequest(id: string, assigneeId: string | null): Promise<void> {
  accepted((await execute(ASSIGN, { input: { id, assigneeId } })).privacyRequestAssign);
}

export async function beginRequest(id: string): Promise<void> {
  accepted((await execute(BEGIN, { input: { id } })).privacyRequestBegin);
}

export async function extendRequest(id: string, why: string): Promise<void> {
  accepted((await execute(EXTEND, { input: { id, why } })).privacyRequestExtend);
}

export async function answerRequest(id: string, confirm: boolean): Promise<void> {
  accepted((await execute(ANSWER, { input: { id, confirm } })).privacyRequestAnswer);
}

export async function refuseRequest(id: string, why: string): Promise<void> {
  accepted((await execute(REFUSE, { input: { id, why } })).privacyRequestRefuse);
}

export const downloadAnswer = (id: string) => download(`/api/v1/requests/${id}/answer-file`, "personal-data.zip");

export const downloadProof = (id: string, format: "pdf" | "json") =>
  download(`/api/v1/requests/${id}/proof?format=${format}`, `proof-of-erasure.${format}`);

/** What the register shows, as CSV. */
export function exportRequests(filter: PrivacyRequestFilter): Promise<void> {
  const params = new URLSearchParams();
  for (const name of ["kind", "state", "urgency"] as const) {
    const value = filter[name];
    if (value) params.set(name, value.toLowerCase());
  }
  if (filter.q) params.set("q", filter.q);
  return download(`/api/v1/requests/file?${params}`, "requests.csv");
}

/** The register and its pages. */
export async function refreshRequests(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ["privacy-requests"] });
}

import type { QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const SUGGEST = graphql(`
  mutation IndustrySuggest($input: IndustrySuggestInput!) {
    industrySuggest(input: $input) {
      jobId
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ACCEPT = graphql(`
  mutation IndustrySuggestionAccept($id: UUID!) {
    industrySuggestionAccept(accountId: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REJECT = graphql(`
  mutation IndustrySuggestionReject($input: IndustryRejectInput!) {
    industrySuggestionReject(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const REOPEN = graphql(`
  mutation IndustrySuggestionReopen($id: UUID!) {
    industrySuggestionReopen(accountId: $id) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ACCEPT_ALL = graphql(`
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
`);

const REJECT_ALL = graphql(`
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
`);

/** Answers with the job that looks. */
export async function suggestIndustries(askModel: boolean): Promise<string | null> {
  return accepted((await execute(SUGGEST, { input: { askModel } })).industrySuggest).jobId ?? null;
}

/** Answers with the position of the account's change, by which it is undone; null when the account held it already. */
export async function acceptSuggestion(id: string): Promise<number | null> {
  return accepted((await execute(ACCEPT, { id })).industrySuggestionAccept).position ?? null;
}

export async function rejectSuggestion(accountId: string, reason?: string): Promise<null> {
  accepted((await execute(REJECT, { input: { accountId, reason } })).industrySuggestionReject);
  return null;
}

/** Takes a rejection back. */
export async function reopenSuggestion(id: string): Promise<void> {
  accepted((await execute(REOPEN, { id })).industrySuggestionReopen);
}

export async function acceptAll(confidenceAtLeast: number, idempotencyKey: string): Promise<number> {
  const input = { confidenceAtLeast, idempotencyKey };
  return accepted((await execute(ACCEPT_ALL, { input })).industrySuggestionsAcceptAll).accounts;
}

/** Which of those that wait: some, or all that fit but for some. */
export interface Meant {
  industry: string | null;
  confidenceAtLeast: number;
  accountIds: string[] | null;
  except: string[];
}

/** A bulk change, and with how many it was begun: it takes no more than 10,000 at once. */
export async function decideAll(
  yes: boolean,
  meant: Meant,
  idempotencyKey: string,
): Promise<{ bulkId: string; accounts: number }> {
  const input = { ...meant, idempotencyKey };
  const { bulkId, accounts } = yes
    ? accepted((await execute(ACCEPT_ALL, { input })).industrySuggestionsAcceptAll)
    : accepted((await execute(REJECT_ALL, { input })).industrySuggestionsRejectAll);
  return { bulkId: bulkId ?? "", accounts };
}

/** The list, the counts, the accounts that were written, and the bulk change that writes them. */
export async function refreshSuggestions(client: QueryClient): Promise<void> {
  await Promise.all(
    [["industry-suggestions"], ["accounts"], ["bulks"]].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}

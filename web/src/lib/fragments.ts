/** Parts that documents of several features ask for alike. */
import { graphql } from "@/gql/gql.ts";

/** Why a mutation refused. */
graphql(`
  fragment Refusal on UserError {
    code
    field
    message
  }
`);

/** How far a job is. */
graphql(`
  fragment Progress on JobProgress {
    done
    total
    rate
    etaSeconds
    phase
  }
`);

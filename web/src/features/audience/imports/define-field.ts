import { graphql } from "@/gql/gql.ts";
import type { CustomFieldDefineInput } from "@/gql/graphql.ts";
import { ApiError } from "@/lib/api-error.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const DEFINE = graphql(`
  mutation ImportDefineField($input: CustomFieldDefineInput!) {
    customFieldDefine(input: $input) {
      position
      customField {
        key
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Answers with the key that the mapping names. */
export async function defineField(input: CustomFieldDefineInput): Promise<string> {
  const { customField } = accepted((await execute(DEFINE, { input })).customFieldDefine);
  if (customField === null || customField === undefined)
    throw new ApiError("The field was created, and is not to be seen yet. Choose it in the list in a moment.", {
      code: "stale",
    });
  return customField.key;
}

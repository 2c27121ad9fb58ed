import { type QueryClient } from "@tanstack/react-query";
import { graphql } from "@/gql/gql.ts";
import type { CustomFieldChangeInput, CustomFieldDefineInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";
import type { CustomField } from "./queries.ts";

const DEFINE = graphql(`
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
`);
const CHANGE = graphql(`
  mutation CustomFieldChange($input: CustomFieldChangeInput!) {
    customFieldChange(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const ARCHIVE = graphql(`
  mutation CustomFieldArchive($entity: Entity!, $key: String!) {
    customFieldArchive(entity: $entity, key: $key) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const RESTORE = graphql(`
  mutation CustomFieldRestore($entity: Entity!, $key: String!) {
    customFieldRestore(entity: $entity, key: $key) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);

type Named = Pick<CustomField, "entity" | "key">;

/** Answers with the key, which the API works out; null when it is not shown yet. */
export async function defineCustomField(input: CustomFieldDefineInput): Promise<Named | null> {
  const payload = accepted((await execute(DEFINE, { input })).customFieldDefine);
  return payload.customField ?? null;
}

export async function changeCustomField(input: CustomFieldChangeInput): Promise<void> {
  accepted((await execute(CHANGE, { input })).customFieldChange);
}

export async function archiveCustomField({ entity, key }: Named): Promise<void> {
  accepted((await execute(ARCHIVE, { entity, key })).customFieldArchive);
}

export async function restoreCustomField({ entity, key }: Named): Promise<void> {
  accepted((await execute(RESTORE, { entity, key })).customFieldRestore);
}

/** Forms, lists and filters know the fields by the catalogue. */
export async function refreshFields(client: QueryClient): Promise<void> {
  await Promise.all(
    [["custom-fields"], ["catalogue"], ["filter"]].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}

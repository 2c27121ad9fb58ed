import { graphql } from "@/gql/gql.ts";
import type { ExportStartInput } from "@/gql/graphql.ts";
import { accepted, execute } from "@/lib/graphql.ts";

const START = graphql(`
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
`);
const CANCEL = graphql(`
  mutation ExportCancel($input: ExportActionInput!) {
    exportCancel(input: $input) {
      position
      userErrors {
        ...Refusal
      }
    }
  }
`);
const LINK = graphql(`
  mutation ExportLink($input: ExportActionInput!) {
    exportLink(input: $input) {
      url
      userErrors {
        ...Refusal
      }
    }
  }
`);

export async function startExport(input: ExportStartInput): Promise<void> {
  accepted((await execute(START, { input })).exportStart);
}

/** Nothing of the file is kept. */
export async function cancelExport(id: string): Promise<void> {
  accepted((await execute(CANCEL, { input: { id } })).exportCancel);
}

/** A link of the server's, so that the browser saves the file as it comes, however large it is. */
export async function downloadExport(id: string): Promise<void> {
  const { url } = accepted((await execute(LINK, { input: { id } })).exportLink);
  if (!url) throw new Error("Pivotal gave no link to the file. Try again.");
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}

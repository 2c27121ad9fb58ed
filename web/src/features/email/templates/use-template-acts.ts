import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { usePress } from "@/records/use-press.ts";
import { approveVersion, archiveTemplate, restoreTemplate, submitTemplate } from "./mutations.ts";
import { type Template, TEMPLATES } from "./queries.ts";

/** Their list and their pages. */
export async function refreshTemplates(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: [TEMPLATES] });
}

type Of = Pick<Template, "id" | "name">;

/** What is done to a template by a press, with the way back where there is one. */
export function useTemplateActs() {
  const client = useQueryClient();
  const { busy, press } = usePress(() => refreshTemplates(client));
  return {
    busy,
    submit: ({ id, name }: Of) => press({ run: () => submitTemplate(id), done: `${name} is submitted for approval` }),
    approve: ({ id, name }: Of, version: number) =>
      press({ run: () => approveVersion(id, version), done: `Version ${version} of ${name} is approved` }),
    archive: ({ id, name }: Of) =>
      press({ run: () => archiveTemplate(id), done: `${name} archived`, undo: () => restoreTemplate(id) }),
    restore: ({ id, name }: Of) =>
      press({ run: () => restoreTemplate(id), done: `${name} restored`, undo: () => archiveTemplate(id) }),
  };
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { ApiError } from "@/lib/api-error.ts";
import { contentInput, type Draft, draftOf, sameDraft } from "./draft.ts";
import { saveDraft } from "./mutations.ts";
import { type TemplateDetail, TEMPLATES } from "./queries.ts";

/** Milliseconds without a change until what was written is saved. */
export const AUTOSAVE = 1_200;

export const DRAFT_CHANGED = "TEMPLATE_DRAFT_CHANGED";

export interface DraftState {
  draft: Draft;
  edit: (change: (draft: Draft) => Draft) => void;
  /** Something was written that is not saved. */
  dirty: boolean;
  saving: boolean;
  /** Why it was not saved; null while there is nothing wrong. */
  error: unknown;
  /** Somebody else saved while this was being written. */
  conflict: boolean;
  /** Saves now. The revision that all of it stands in afterwards; null: it is not saved. */
  save: () => Promise<number | null>;
  /** What stands on the server is overwritten. */
  keepMine: () => void;
  takeTheirs: () => void;
}

/** What is being written, saved by itself once nobody types for a moment. */
export function useDraft(template: TemplateDetail): DraftState {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(template.draft));
  /** What is known to stand on the server, and its revision. */
  const [base, setBase] = useState(() => ({ draft, revision: template.revision }));
  const saving = useMutation({
    mutationFn: async (sent: { draft: Draft; revision: number }) => {
      const revision = await saveDraft({ id: template.id, revision: sent.revision, content: contentInput(sent.draft) });
      // Taken, and not to be read yet: then it is the next one, for nobody was in between.
      return revision ?? sent.revision + 1;
    },
    onSuccess: (revision, sent) => {
      setBase({ draft: sent.draft, revision });
      void client.invalidateQueries({ queryKey: [TEMPLATES] });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === DRAFT_CHANGED) {
        void client.invalidateQueries({ queryKey: [TEMPLATES] });
      }
    },
  });
  const { isPending, mutateAsync } = saving;
  const dirty = !sameDraft(draft, base.draft);
  const newer = !isPending && template.revision > base.revision;
  if (newer && !dirty) {
    // Nothing of ours is in the way: what somebody else saved is what we look at.
    const theirs = draftOf(template.draft);
    setDraft(theirs);
    setBase({ draft: theirs, revision: template.revision });
  }
  const conflict = newer && dirty;
  // The same once more would be refused once more.
  const refused = saving.isError && saving.variables.draft === draft && saving.variables.revision === base.revision;
  const due = dirty && template.mayEdit && !isPending && !conflict && !refused;
  const save = useCallback(async () => {
    try {
      return await mutateAsync({ draft, revision: base.revision });
    } catch {
      // The page says it, as `error`.
      return null;
    }
  }, [mutateAsync, draft, base.revision]);
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => void save(), AUTOSAVE);
    return () => clearTimeout(timer);
  }, [due, save]);
  return {
    draft,
    edit: setDraft,
    dirty,
    saving: isPending,
    error: refused && dirty ? saving.error : null,
    conflict,
    save: () => (dirty ? save() : Promise.resolve(base.revision)),
    keepMine: () => setBase({ draft: draftOf(template.draft), revision: template.revision }),
    takeTheirs: () => {
      const theirs = draftOf(template.draft);
      setDraft(theirs);
      setBase({ draft: theirs, revision: template.revision });
    },
  };
}

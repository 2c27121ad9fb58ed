/** Part of a record that saves itself once nobody changes it for a moment. What was typed stays when it could not be saved. */
import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";

/** Milliseconds without a change until it is saved. */
export const AUTOSAVE = 600;

export interface Autosaved<T> {
  draft: T;
  edit: (change: (draft: T) => T) => void;
  /** Something was changed that is not saved. */
  dirty: boolean;
  saving: boolean;
  /** Why it was not saved; null while there is nothing wrong. */
  error: unknown;
  /** Saves now what there is to save. Whether all of it is. */
  save: () => Promise<boolean>;
}

export function useAutosave<T>({
  saved,
  write,
  ready = () => true,
  key = JSON.stringify,
  enabled = true,
}: {
  /** As the server has it. */
  saved: T;
  /** Refusals are thrown. */
  write: (draft: T) => Promise<void>;
  /** Whether it can be sent as it is. */
  ready?: (draft: T) => boolean;
  /** The same for what the server keeps as the same: a space at the end of a line that is still being typed is nothing to save. */
  key?: (draft: T) => string;
  enabled?: boolean;
}): Autosaved<T> {
  const text = JSON.stringify(saved);
  const [draft, setDraft] = useState(saved);
  /** What is known to stand on the server. */
  const [base, setBase] = useState(() => key(saved));
  const [seen, setSeen] = useState(text);
  const { isPending, isError, error, variables, mutateAsync } = useMutation({
    mutationFn: (sent: T) => write(sent),
    onSuccess: (_, sent) => setBase(key(sent)),
  });
  const written = key(draft);
  const dirty = written !== base;
  if (text !== seen && !isPending) {
    setSeen(text);
    // What is being written here is not taken away; it is saved over what somebody else wrote, and history has both.
    if (!dirty) {
      const theirs = key(saved);
      if (theirs !== written) setDraft(saved);
      setBase(theirs);
    }
  }
  const good = ready(draft);
  // The same once more would be refused once more.
  const refused = isError && variables !== undefined && key(variables) === written;
  const due = enabled && dirty && good && !isPending && !refused;
  const save = useCallback(async () => {
    try {
      await mutateAsync(draft);
      return true;
    } catch {
      // The page says it, as `error`.
      return false;
    }
  }, [mutateAsync, draft]);
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
    error: refused && dirty ? error : null,
    save: () => (!dirty ? Promise.resolve(true) : good && enabled ? save() : Promise.resolve(false)),
  };
}

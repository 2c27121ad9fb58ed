import { type RunSource, useRun } from "@/records/contact-runs/use-run.ts";
import { refreshAfterLookup } from "./mutations.ts";
import { fetchLookup, type PhoneLookup, watchLookup } from "./queries.ts";

export const lookupSource: RunSource<PhoneLookup> = {
  keyOf: (id) => ["phone-lookups", "one", id],
  fetch: fetchLookup,
  watch: watchLookup,
  refresh: refreshAfterLookup,
};

/** One run, live while it works. `id`: null while there is none to follow. */
export const useLookup = (id: string | null) => useRun(lookupSource, id);

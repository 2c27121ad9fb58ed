import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "@/components/dialog.tsx";
import { FilterWords } from "@/components/filter-builder/builder-panel.tsx";
import { GroupBox } from "@/components/filter-builder/group-box.tsx";
import { FilterContext } from "@/components/filter-builder/setup.ts";
import { fromJson, toJson } from "@/components/filter-builder/tree.ts";
import { isComplete } from "@/components/filter-builder/values.ts";
import { FormShell } from "@/components/form-shell.tsx";
import { previewQuery } from "@/features/audience/segments/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { formatFilter } from "@/lib/filter-json.ts";
import type { Json } from "@/lib/json.ts";
import { useRecordFilter } from "@/records/use-record-filter.ts";
import { peopleWords } from "./words.ts";
import "@/components/filter-builder/filter-builder.css";

/** Contacts by what is known of them, with how many that is. */
export function FilterSourceDialog({
  title,
  start,
  submitLabel,
  onClose,
  onDone,
}: {
  title: string;
  start: Json;
  submitLabel: string;
  onClose: () => void;
  /** With what it means, in words. */
  onDone: (filter: Json, sentence: string) => void;
}) {
  const [where, setWhere] = useState<Json>(start);
  const setup = useRecordFilter("CONTACT", { where, setWhere });
  const { draft } = setup;
  const preview = useQuery({ ...previewQuery("CONTACT", where), enabled: where !== null });
  // What was just typed is not asked yet, and what is not asked is not used.
  const write = (root: typeof draft.root) => toJson(root, (one) => isComplete(one, setup.fieldOf(one.field))).json;
  const asked = fromJson(where);
  const settled = asked !== null && formatFilter(write(draft.root)) === formatFilter(write(asked));
  const blocked =
    draft.mistakes.size > 0 || draft.unreadable
      ? "Mend what is marked first"
      : where === null
        ? "Add a condition first"
        : settled
          ? undefined
          : "One moment: the filter is being checked";
  return (
    <FilterContext value={setup}>
      <Dialog open onClose={onClose} title={title} description="Whoever fits when it is launched." width={760}>
        <FormShell
          onSubmit={() => onDone(where, draft.sentence ?? "")}
          loading={false}
          submitError={null}
          submitLabel={submitLabel}
          submitDisabledReason={blocked}
          onCancel={onClose}
          footNote={
            where === null
              ? undefined
              : preview.isError
                ? messageOf(preview.error)
                : preview.data === undefined
                  ? "Counting…"
                  : `${peopleWords(preview.data.count)} now`
          }
        >
          <GroupBox group={draft.root} />
          <div>
            <FilterWords nouns={["contact", "contacts"]} />
          </div>
        </FormShell>
      </Dialog>
    </FilterContext>
  );
}

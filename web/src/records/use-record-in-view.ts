/** What can be done with the record in view, for the palette: everything its menu has, its values, its parts. */
import { Copy, History, Link2, PenLine, RotateCcw, Archive } from "lucide-react";
import { copyText } from "@/components/copy.ts";
import { useMay } from "@/features/identity/me/queries.ts";
import { usePageActions, type Action } from "@/shell/actions.ts";
import { useArchiveReason } from "./archive-reason.ts";
import { useCatalogue } from "./catalogue.ts";
import { useReadOnlyReason } from "./overview.tsx";
import { isErased, type RecordBase, type RecordKind } from "./record-kind.ts";
import { CLIENT_RESTRICTION } from "./restriction.ts";
import { useRecordActions } from "./use-record-actions.ts";

/** undefined while it is read. `more`: what only this kind of record has. */
export function useRecordInView(
  kind: RecordKind,
  record: RecordBase | null | undefined,
  name: string,
  more: readonly Omit<Action, "group">[] = [],
): void {
  const { archive, restore } = useRecordActions(kind);
  const mayRestrict = useMay("CLIENTS_MANAGE");
  const archiveReason = useArchiveReason(kind);
  const readOnly = useReadOnlyReason(kind, { archived: record?.archived ?? true }) !== undefined;
  const catalogue = useCatalogue(kind.entity) ?? [];
  const gone = record === null || record === undefined || isErased(record);
  const acts: Omit<Action, "group">[] = gone
    ? []
    : [
        ...more,
        {
          id: "record-link",
          label: `Copy link to ${name}`,
          icon: Link2,
          run: () => void copyText(new URL(`${kind.path}/${record.id}`, location.href).href, "Link copied"),
        },
        {
          id: "record-history",
          label: `History of ${name}`,
          icon: History,
          run: () => afterPalette(() => press('[role="tab"]', "History")),
        },
        ...(archiveReason(record) === undefined
          ? [
              record.archived
                ? {
                    id: "record-restore",
                    label: `Restore ${name}`,
                    icon: RotateCcw,
                    run: () => void restore(record, name),
                  }
                : {
                    id: "record-archive",
                    label: `Archive ${name}`,
                    icon: Archive,
                    run: () => void archive([record], name),
                  },
            ]
          : []),
        ...(readOnly
          ? []
          : catalogue
              .filter((field) => field.writable && (mayRestrict || field.key !== CLIENT_RESTRICTION))
              .map((field) => ({
                id: `record-edit-${field.key}`,
                label: `Edit ${field.label}`,
                icon: PenLine,
                onlyFound: true,
                run: () => afterPalette(() => editField(field.key)),
              }))),
      ];
  usePageActions(acts.map((act) => ({ ...act, group: `On ${name}` })));
}

/** For `more`. */
export const copyAction = (id: string, label: string, text: string, done: string): Omit<Action, "group"> => ({
  id,
  label,
  icon: Copy,
  run: () => void copyText(text, done),
});

/** The palette gives the focus back when it has closed; what takes the focus has to come after that. */
const afterPalette = (act: () => void) => void setTimeout(act, 120);

const inView = (selector: string) => [...document.querySelectorAll<HTMLElement>(`#content ${selector}`)];

function press(selector: string, text: string): boolean {
  const found = inView(selector).find((element) => element.textContent?.startsWith(text));
  // Tabs open on the press of the mouse, or when the focus comes.
  found?.focus();
  found?.click();
  return found !== undefined;
}

/** Opens its editor; on another tab, or among the empty ones, it is brought into sight first. */
export function editField(key: string, tries = 3): void {
  const [button] = inView(`[data-field="${key}"]`);
  if (button !== undefined) {
    button.scrollIntoView({ block: "nearest" });
    button.click();
  } else if (tries > 0) {
    const [empty] = inView("[data-show-empty]");
    if (empty === undefined) press('[role="tab"]', "Overview");
    else empty.click();
    setTimeout(() => editField(key, tries - 1), 60);
  }
}

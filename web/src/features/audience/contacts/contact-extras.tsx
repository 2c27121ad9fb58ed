/** What only contacts have in their menu: erasure, the one act that cannot be undone. */
import { Eraser } from "lucide-react";
import { useState } from "react";
import type { MenuEntry } from "@/components/menu.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import type { RecordBase } from "@/records/record-kind.ts";
import { contactName } from "@/records/kinds/contact-kind.ts";
import { EraseContactDialog } from "./erase-contact-dialog.tsx";

type Erasable = RecordBase & { erased: boolean; fullName?: string | null; email?: string | null };

interface ExtrasState {
  entries: (contact: Erasable) => MenuEntry[];
  erasing: Erasable | null;
  close: () => void;
}

export function useContactExtras(): ExtrasState {
  const mayErase = useMay("CONTACTS_ERASE");
  const [erasing, setErasing] = useState<Erasable | null>(null);
  return {
    erasing,
    close: () => setErasing(null),
    entries: (contact) =>
      mayErase && !contact.erased
        ? [
            { kind: "separator" },
            { label: "Erase for good", icon: Eraser, danger: true, onSelect: () => setErasing(contact) },
          ]
        : [],
  };
}

export function ContactExtras({ state }: { state: ExtrasState }) {
  if (state.erasing === null) return null;
  return <EraseContactDialog id={state.erasing.id} name={contactName(state.erasing)} onClose={state.close} />;
}

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Bookmark, Columns3 } from "lucide-react";
import { Icon } from "@/components/icon.tsx";
import { type SavedView, savedViewsQuery } from "@/features/audience/saved-views/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";

/** Saved views of both lists, for "Go to view ...". There may be many: they are shown once something is typed. */
export function PaletteViews({ shown, onOpen }: { shown: boolean; onOpen: (to: string) => void }) {
  const contacts = useQuery({ ...savedViewsQuery("CONTACT"), enabled: useMay("CONTACTS_VIEW") }).data ?? [];
  const accounts = useQuery({ ...savedViewsQuery("ACCOUNT"), enabled: useMay("ACCOUNTS_VIEW") }).data ?? [];
  if (!shown || contacts.length + accounts.length === 0) return null;
  const item = (view: SavedView, list: string) => (
    <Command.Item
      key={view.id}
      value={`go to view ${view.name} ${list} ${view.id.replaceAll("-", "")}`}
      className="menu-item"
      onSelect={() => onOpen(`/${list.toLowerCase()}?view=${view.id}`)}
    >
      <Icon as={view.isPreset ? Columns3 : Bookmark} />
      <span className="clip">Go to view {view.name}</span>
      <span className="t-3 clip">{list}</span>
    </Command.Item>
  );
  return (
    <Command.Group heading="Views" className="palette-group">
      {contacts.map((view) => item(view, "Contacts"))}
      {accounts.map((view) => item(view, "Accounts"))}
    </Command.Group>
  );
}

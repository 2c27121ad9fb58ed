import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Avatar } from "@/components/avatar.tsx";
import { accountPage } from "@/features/audience/accounts/queries.ts";
import { contactPage } from "@/features/audience/contacts/queries.ts";
import { useMay } from "@/features/identity/me/queries.ts";

/** Contacts and accounts that match the words, found by the server. */
export function FoundRecords({
  words,
  kind,
  onOpen,
}: {
  words: string;
  /** "contact" or "account" to keep to one kind. */
  kind: string | null;
  onOpen: (to: string) => void;
}) {
  const mayContacts = useMay("CONTACTS_VIEW");
  const mayAccounts = useMay("ACCOUNTS_VIEW");
  const contacts = useQuery({
    queryKey: ["contacts", "palette", words],
    queryFn: ({ signal }) => contactPage({ first: 5, filter: { q: words }, sort: null, signal }),
    enabled: mayContacts && kind !== "account",
    placeholderData: keepPreviousData,
  });
  const accounts = useQuery({
    queryKey: ["accounts", "palette", words],
    queryFn: ({ signal }) => accountPage({ first: 5, filter: { q: words }, sort: null, signal }),
    enabled: mayAccounts && kind !== "contact",
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {contacts.data === undefined || contacts.data.edges.length === 0 ? null : (
        <Command.Group heading="Contacts" className="palette-group">
          {contacts.data.edges.map(({ node }) => (
            <Command.Item
              key={node.id}
              value={`record ${node.id}`}
              className="menu-item"
              onSelect={() => onOpen(`/contacts/${node.id}`)}
            >
              <Avatar name={node.fullName ?? node.email ?? "?"} size="sm" />
              <span className="clip">{node.fullName ?? node.email}</span>
              <span className="t-3 clip">{node.accountName}</span>
              <span className="keys mono t-3 clip max-md:!hidden">{node.email}</span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {accounts.data === undefined || accounts.data.edges.length === 0 ? null : (
        <Command.Group heading="Accounts" className="palette-group">
          {accounts.data.edges.map(({ node }) => (
            <Command.Item
              key={node.id}
              value={`record ${node.id}`}
              className="menu-item"
              onSelect={() => onOpen(`/accounts/${node.id}`)}
            >
              <Avatar name={node.name ?? node.domain ?? "?"} square />
              <span className="clip">{node.name ?? node.domain}</span>
              <span className="keys mono t-3 clip max-md:!hidden">{node.domain}</span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </>
  );
}

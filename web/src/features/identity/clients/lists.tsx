import { Download, Ellipsis, ListChecks, PenLine, Plus, Trash2, Upload } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { Menu } from "@/components/menu.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { messageOf } from "@/lib/api-error.ts";
import { download } from "@/lib/download.ts";
import { countOf, formatAge } from "@/lib/format.ts";
import { FillDialog, ListDialog, RemoveListDialog } from "./list-dialogs.tsx";
import { listFile } from "./mutations.ts";
import type { Client, ClientList, ClientRecord } from "./queries.ts";

type Open = { what: "new" } | { what: "rename" | "fill" | "remove"; list: ClientList } | null;

/** Whom the client names: those that are not contacted for it, and the companies it aims at. */
export function Lists({ client, record, change }: { client: Client; record: ClientRecord; change: boolean }) {
  const seesSuppressions = useMay("SUPPRESSIONS_VIEW");
  const [open, setOpen] = useState<Open>(null);
  const save = (list: ClientList) =>
    void download(listFile(client.id, list.id), `${list.name}.csv`).catch((error: unknown) =>
      toastFailed(`Not downloaded. ${messageOf(error)}`, () => save(list)),
    );
  const add = change ? (
    <Button icon={Plus} onClick={() => setOpen({ what: "new" })}>
      Add a target list
    </Button>
  ) : undefined;
  return (
    <>
      {seesSuppressions ? (
        <Card
          title="Suppression list"
          sub={countOf(record.suppressionCount, "suppression", "suppressions")}
          aside={
            <Link className="link" to={`/suppressions?client=${client.id}`}>
              Open
            </Link>
          }
        >
          <p className="t-2">Whoever stands in it is not contacted in the work for {client.name}.</p>
        </Card>
      ) : null}
      {record.lists.length === 0 ? (
        <Empty icon={ListChecks} title="No target lists yet" actions={add}>
          Companies the client wants to reach: a file of domains, names or both.
        </Empty>
      ) : (
        <Card title="Target lists" aside={add}>
          <ul aria-label="Target lists" className="flex flex-col">
            {record.lists.map((list) => (
              <li key={list.id} className="row gap-3 py-2">
                <span className="grow min-w-0">
                  <span className="med block clip">{list.name}</span>
                  <span className="t-2 block clip">
                    {list.entries === null || list.entries === undefined
                      ? "Nothing uploaded yet"
                      : `${countOf(list.entries, "company", "companies")} from ${list.fileName ?? "a file"}, ${formatAge(list.filledAt ?? client.createdAt)}`}
                  </span>
                </span>
                <Menu
                  trigger={<IconButton label={`Actions for ${list.name}`} icon={Ellipsis} noTooltip />}
                  entries={[
                    {
                      label: "Download",
                      icon: Download,
                      disabledReason: list.filledAt ? undefined : "Nothing was uploaded yet",
                      onSelect: () => save(list),
                    },
                    ...(change
                      ? [
                          {
                            label: list.filledAt ? "Replace from a file" : "Upload a file",
                            icon: Upload,
                            onSelect: () => setOpen({ what: "fill", list }),
                          },
                          { label: "Rename", icon: PenLine, onSelect: () => setOpen({ what: "rename", list }) },
                          {
                            label: "Remove",
                            icon: Trash2,
                            danger: true,
                            onSelect: () => setOpen({ what: "remove", list }),
                          },
                        ]
                      : []),
                  ]}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {open?.what === "new" ? <ListDialog client={client} list={null} onClose={() => setOpen(null)} /> : null}
      {open?.what === "rename" ? <ListDialog client={client} list={open.list} onClose={() => setOpen(null)} /> : null}
      {open?.what === "fill" ? <FillDialog client={client} list={open.list} onClose={() => setOpen(null)} /> : null}
      {open?.what === "remove" ? (
        <RemoveListDialog client={client} list={open.list} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

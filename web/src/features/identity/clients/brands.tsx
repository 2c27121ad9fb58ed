import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Archive, PenLine, Plus, RotateCcw, Tag } from "lucide-react";
import { useState } from "react";
import { Status } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Empty } from "@/components/empty.tsx";
import { TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { Menu } from "@/components/menu.tsx";
import { toastDone } from "@/components/toast.tsx";
import { addBrand, archiveBrand, changeBrand, restoreBrand } from "./mutations.ts";
import type { Client, ClientBrand, ClientRecord } from "./queries.ts";
import { refusedField, refusedWhole } from "./refused.ts";
import { refreshClients, useAct } from "./use-client.ts";

/** Under which names the client's campaigns speak. */
export function Brands({ client, record, change }: { client: Client; record: ClientRecord; change: boolean }) {
  const act = useAct();
  const [editing, setEditing] = useState<ClientBrand | "new" | null>(null);
  const add = change ? (
    <Button icon={Plus} onClick={() => setEditing("new")}>
      Add a brand
    </Button>
  ) : undefined;
  const archive = (brand: ClientBrand) =>
    void act(
      () => archiveBrand(client.id, brand.id),
      `${brand.name} archived`,
      () => restoreBrand(client.id, brand.id),
    );
  const restore = (brand: ClientBrand) =>
    void act(
      () => restoreBrand(client.id, brand.id),
      `${brand.name} restored`,
      () => archiveBrand(client.id, brand.id),
    );
  return (
    <>
      {record.brands.length === 0 ? (
        <Empty icon={Tag} title="No brands yet" actions={add}>
          A campaign speaks in the name of a brand. Without one it speaks in the client&rsquo;s own name.
        </Empty>
      ) : (
        <>
          <div className="row">{add}</div>
          <ul aria-label="Brands" className="flex flex-col">
            {record.brands.map((brand) => (
              <li key={brand.id} className="row gap-3 py-2">
                <span className="grow min-w-0">
                  <span className="med block clip">{brand.name}</span>
                  {brand.website ? <span className="mono t-2 block clip">{brand.website}</span> : null}
                </span>
                {brand.archived ? <Status tone="hollow">Archived</Status> : null}
                {change ? (
                  <Menu
                    trigger={<IconButton label={`Actions for ${brand.name}`} icon={Ellipsis} noTooltip />}
                    entries={
                      brand.archived
                        ? [{ label: "Restore", icon: RotateCcw, onSelect: () => restore(brand) }]
                        : [
                            { label: "Edit", icon: PenLine, onSelect: () => setEditing(brand) },
                            { label: "Archive", icon: Archive, onSelect: () => archive(brand) },
                          ]
                    }
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {editing === null ? null : (
        <BrandDialog client={client} brand={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function BrandDialog({ client, brand, onClose }: { client: Client; brand: ClientBrand | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [brandId] = useState(() => brand?.id ?? crypto.randomUUID());
  const [name, setName] = useState(brand?.name ?? "");
  const [website, setWebsite] = useState(brand?.website ?? "");
  const refresh = () => refreshClients(queryClient);
  const save = useMutation({
    mutationFn: () => {
      const input = { id: client.id, brandId, name: name.trim(), website: website.trim() === "" ? null : website };
      return brand === null ? addBrand(input) : changeBrand(input);
    },
    onSuccess: async () => {
      toastDone(brand === null ? `${name.trim()} added` : `${name.trim()} saved`, async () => {
        if (brand === null) await archiveBrand(client.id, brandId);
        else await changeBrand({ id: client.id, brandId, name: brand.name, website: brand.website ?? null });
        await refresh();
      });
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={brand === null ? "Add a brand" : `Edit ${brand.name}`}>
      <FormShell
        onSubmit={() => save.mutate()}
        loading={save.isPending}
        submitError={refusedWhole(save.error, ["name", "website"])}
        submitLabel={brand === null ? "Add brand" : "Save"}
        submitDisabledReason={name.trim() === "" ? "A brand needs a name" : undefined}
        onCancel={onClose}
      >
        <TextField
          label="Name"
          required
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={refusedField(save.error, "name")}
        />
        <TextField
          label="Website"
          mono
          value={website}
          onChange={(event) => setWebsite(event.target.value)}
          error={refusedField(save.error, "website")}
        />
      </FormShell>
    </Dialog>
  );
}

import { Archive, Ellipsis, PenLine, Plus, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Status } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Menu } from "@/components/menu.tsx";
import { countOf } from "@/lib/format.ts";
import { BrandDialog } from "./brand-dialog.tsx";
import { archiveBrand, restoreBrand } from "./mutations.ts";
import type { Brand, SenderRow } from "./queries.ts";
import { useAct } from "./use-act.ts";

/** In whose name mail is sent. */
export function Brands({
  brands,
  senders,
  change,
}: {
  brands: readonly Brand[];
  senders: readonly SenderRow[];
  change: boolean;
}) {
  const act = useAct();
  const [editing, setEditing] = useState<Brand | "new" | null>(null);
  const archive = (brand: Brand) =>
    void act(
      () => archiveBrand(brand.id),
      `${brand.name} archived`,
      () => restoreBrand(brand.id),
    );
  const restore = (brand: Brand) =>
    void act(
      () => restoreBrand(brand.id),
      `${brand.name} restored`,
      () => archiveBrand(brand.id),
    );
  const entries = (brand: Brand) =>
    brand.archived
      ? [{ label: "Restore", icon: RotateCcw, onSelect: () => restore(brand) }]
      : [
          { label: "Edit", icon: PenLine, onSelect: () => setEditing(brand) },
          { label: "Archive", icon: Archive, onSelect: () => archive(brand) },
        ];
  return (
    <Card
      title="Brands"
      aside={
        change ? (
          <Button small icon={Plus} onClick={() => setEditing("new")}>
            New brand
          </Button>
        ) : undefined
      }
    >
      {brands.length === 0 ? (
        <p className="t-2">A mail speaks in the name of a brand. Make one before its first sender.</p>
      ) : (
        <ul aria-label="Brands" className="flex flex-col">
          {brands.map((brand) => (
            <li key={brand.id} className="row gap-3 py-2">
              <span
                className="size-4 flex-none rounded-full border border-line-faint"
                style={brand.colour ? { background: brand.colour } : undefined}
                aria-hidden="true"
              />
              <span className="grow min-w-0">
                <span className="med block clip">{brand.name}</span>
                <span className="t-2 block clip">{about(brand, senders)}</span>
              </span>
              {brand.archived ? <Status tone="hollow">Archived</Status> : null}
              {change ? (
                <Menu
                  trigger={<IconButton label={`Actions for ${brand.name}`} icon={Ellipsis} noTooltip />}
                  entries={entries(brand)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {editing === null ? null : (
        <BrandDialog brand={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Card>
  );
}

function about(brand: Brand, senders: readonly SenderRow[]): string {
  const standard = senders.find((sender) => sender.id === brand.defaultSenderId);
  const count = countOf(brand.senderCount, "sender", "senders");
  return standard === undefined ? `${count}, no default` : `${count}, by default ${standard.fromName}`;
}

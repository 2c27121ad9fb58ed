import { useSearchParams } from "react-router";
import { useCatalogue } from "@/records/catalogue.ts";
import { sideLists, firstList, rowLists } from "./preview.ts";
import { PreviewRows } from "./preview-rows.tsx";
import { PreviewTiles } from "./preview-tiles.tsx";
import type { Import, Preview } from "./queries.ts";

const NONE: [] = [];

/** The numbers of a preview and the list behind the one that is open; which one stands in the URL. */
export function PreviewLists({ one, preview }: { one: Import; preview: Preview }) {
  const [params, setParams] = useSearchParams();
  const fields = { CONTACT: useCatalogue("CONTACT") ?? NONE, ACCOUNT: useCatalogue("ACCOUNT") ?? NONE };
  const ofAccounts = one.kind === "ACCOUNTS";
  const rows = rowLists(preview, ofAccounts ? ["account", "accounts"] : ["contact", "contacts"]);
  const beside = sideLists(preview, one.kind !== "ACCOUNTS");
  const wanted = params.get("show") ?? firstList(rows);
  const open = [...rows, ...beside].find((list) => list.id === wanted) ?? rows[0];
  if (open === undefined) return null;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PreviewTiles
        lists={rows}
        beside={beside}
        open={open.id}
        onOpen={(id) => setParams({ show: id }, { replace: true })}
      />
      <div className="preview-head">
        <h2 className="t-14 semi">{open.title}</h2>
        <span className="t-3">
          {/updated/.test(open.id) ? "Old value struck through, new value in green" : capital(open.note)}
        </span>
      </div>
      <PreviewRows
        key={open.id}
        importId={one.id}
        madeAt={preview.startedAt}
        list={open}
        fields={fields}
        noun={ofAccounts ? "Account" : "Contact"}
      />
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

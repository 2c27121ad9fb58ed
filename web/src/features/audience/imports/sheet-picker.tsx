import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { RadioGroup } from "@/components/radio-group.tsx";
import { countOf } from "@/lib/format.ts";
import { useShortcuts } from "@/lib/keys.ts";
import type { Sheet } from "./workbook.ts";

/** A workbook with several sheets: one of them is imported, and the person says which. */
export function SheetPicker({
  fileName,
  sheets,
  onPick,
  onCancel,
}: {
  fileName: string;
  sheets: readonly Sheet[];
  onPick: (sheet: string) => void;
  onCancel: () => void;
}) {
  // Most often the rows are where most rows are.
  const [chosen, setChosen] = useState(
    () => sheets.reduce((most, sheet) => ((sheet.rows ?? 0) > (most.rows ?? 0) ? sheet : most)).name,
  );
  useShortcuts([
    {
      keys: "mod+enter",
      label: "Upload this sheet",
      group: "On this page",
      whileTyping: true,
      run: () => onPick(chosen),
    },
  ]);
  return (
    <section className="card flex flex-col gap-4 p-4" aria-label="Choose a sheet">
      <div>
        <h2 className="t-14 semi">
          {fileName} has {countOf(sheets.length, "sheet", "sheets")}
        </h2>
        <p className="t-2">One sheet is one import. Import the workbook again for another one.</p>
      </div>
      <RadioGroup
        label="Sheet to import"
        value={chosen}
        onChange={setChosen}
        options={sheets.map(({ name, rows }) => ({
          value: name,
          label: name,
          hint:
            rows === null
              ? undefined
              : rows === 0
                ? "No rows under its first"
                : `About ${countOf(rows, "row", "rows")}`,
        }))}
      />
      <div className="row justify-end">
        <Button variant="quiet" onClick={onCancel}>
          Choose another file
        </Button>
        <Button variant="primary" keys="mod+enter" onClick={() => onPick(chosen)}>
          Upload this sheet
        </Button>
      </div>
    </section>
  );
}

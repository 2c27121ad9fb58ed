import { useMutation } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";
import { copyText } from "@/components/copy.ts";
import { IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { toastFailed } from "@/components/toast.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { countryName, formatBytes } from "@/lib/format.ts";
import { useCatalogue } from "@/records/catalogue.ts";
import { type Choice, isMatchKey, KIND_WORDS, matchWords, RULES, targetLabel } from "./mapping.ts";
import { downloadFile } from "./mutations.ts";
import type { Import } from "./queries.ts";
import "@/components/data-table/table.css";

/** With which settings the file was read, so that the same can be done again, or doubted. */
export function SettingsUsed({ one }: { one: Import }) {
  const [open, setOpen] = useState(false);
  const file = useMutation({
    mutationFn: () => downloadFile(one),
    onError: (error) => toastFailed(`The file was not saved. ${messageOf(error)}`, () => file.mutate()),
  });
  const choices: Choice[] = one.mapping.map(({ column, entity, field, rule }) => ({
    column,
    target: entity && field ? { entity, field } : null,
    rule,
  }));
  const mapped = choices.filter((choice) => choice.target !== null);
  const words = matchWords(choices, one.kind).join(", ");
  return (
    <section className="span">
      <Card
        title="Settings used"
        aside={
          <div className="row gap-4">
            <button type="button" className="link" aria-busy={file.isPending} onClick={() => file.mutate()}>
              Download the file
            </button>
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "Hide columns" : "Show columns"}
            </button>
          </div>
        }
      >
        <div className="settings-used">
          <Setting label="In the file">{KIND_WORDS[one.kind]}</Setting>
          <Setting label="Columns">
            {mapped.length} of {one.columns.length} mapped
          </Setting>
          <Setting label="Found again by">
            {words === "" ? "—" : words.charAt(0).toUpperCase() + words.slice(1)}
          </Setting>
          <Setting label="Phone country">{one.defaultCountry ? countryName(one.defaultCountry) : "None"}</Setting>
          {one.suppliedById ? <Setting label="Supplied by">{one.suppliedByName ?? "A client"}</Setting> : null}
          <Setting label={one.sheet ? "Sheet" : "File"}>{one.sheet ?? formatBytes(one.fileSize)}</Setting>
          <Setting label="File hash (SHA-256)">
            <span className="mono" title={one.fileHash}>
              {one.fileHash.slice(0, 4)}…{one.fileHash.slice(-4)}
            </span>
            <IconButton
              label="Copy the whole hash"
              icon={Copy}
              onClick={() => void copyText(one.fileHash, "Hash copied")}
            />
          </Setting>
        </div>
        {open ? <MappingTable one={one} choices={choices} /> : null}
      </Card>
    </section>
  );
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <span className="t-12 t-3">{label}</span>
      <div className="row gap-1">{children}</div>
    </div>
  );
}

function MappingTable({ one, choices }: { one: Import; choices: readonly Choice[] }) {
  const fields = { CONTACT: useCatalogue("CONTACT") ?? [], ACCOUNT: useCatalogue("ACCOUNT") ?? [] };
  return (
    <div className="mt-4 overflow-x-auto">
      <table className="dt flush">
        <thead>
          <tr>
            <th scope="col">Column in file</th>
            <th scope="col">Field in Pivotal</th>
            <th scope="col">Write rule</th>
          </tr>
        </thead>
        <tbody>
          {one.columns.map((column) => {
            const choice = choices.find((other) => other.column === column.index);
            const target = choice?.target ?? null;
            return (
              <tr key={column.index}>
                <td className="med">{column.header}</td>
                <td className={target === null ? "t-3" : ""}>
                  {target === null ? "Not imported" : targetLabel(target, fields[target.entity])}
                </td>
                <td className="t-2">
                  {choice === undefined || target === null
                    ? ""
                    : isMatchKey(choices, target)
                      ? "Match key"
                      : RULES.find((rule) => rule.value === choice.rule)?.label}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

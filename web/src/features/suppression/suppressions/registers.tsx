import { useQuery } from "@tanstack/react-query";
import { FileClock, Upload } from "lucide-react";
import { useState } from "react";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { countOf, countryName, formatAge, formatCount, formatDay, formatFull } from "@/lib/format.ts";
import { usePageActions } from "@/shell/actions.ts";
import { PageSkeleton } from "@/shell/shell.tsx";
import { FileDialog } from "./file-dialog.tsx";
import { registerFilesQuery, type SuppressionFile } from "./queries.ts";
import { useFileRead } from "./use-file-read.ts";
import { registerStanding, staleRegisters } from "./words.ts";
import "@/components/data-table/table.css";

/** Files of national do-not-call registers: of which country, how old, by whom. Nobody may call by an old one. */
export function Registers() {
  const query = useQuery(registerFilesQuery);
  const mayAdd = useMay("SUPPRESSIONS_ADD");
  const [uploading, setUploading] = useState(false);
  const [read, setRead] = useState<string | null>(null);
  useFileRead(read);
  usePageActions(
    mayAdd
      ? [
          {
            id: "register-upload",
            label: "Upload a register",
            icon: Upload,
            group: "On this page",
            keys: "c",
            primary: true,
            run: () => setUploading(true),
          },
        ]
      : [],
  );
  const upload = mayAdd ? (
    <Button variant="primary" icon={Upload} onClick={() => setUploading(true)}>
      Upload a register
    </Button>
  ) : undefined;
  return (
    <div className="flex flex-col gap-3 px-5 py-4">
      {query.isPending ? (
        <PageSkeleton />
      ) : query.isError ? (
        <LoadError what="The registers" error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Empty icon={FileClock} title="No do-not-call register yet" actions={upload}>
          Fetch the file of a national register and upload it with the day it is of: whoever stands in it is not called.
        </Empty>
      ) : (
        <>
          <Stale files={query.data} />
          <Card title="Do-not-call files" sub={String(query.data.length)} aside={upload} flush>
            <FileTable files={query.data} />
          </Card>
        </>
      )}
      {uploading ? <FileDialog start="DNC_REGISTER" onBegun={setRead} onClose={() => setUploading(false)} /> : null}
    </div>
  );
}

function Stale({ files }: { files: SuppressionFile[] }) {
  const stale = staleRegisters(files);
  if (stale.length === 0) return null;
  const of = stale.map(({ country }) => (country ? countryName(country) : "No country given"));
  return (
    <Notice tone="warning" title={`${countOf(stale.length, "register is", "registers are")} too old: ${of.join(", ")}`}>
      Calling by a register older than 31 days is not allowed. Fetch it anew and upload it.
    </Notice>
  );
}

function FileTable({ files }: { files: SuppressionFile[] }) {
  return (
    <ScrollRegion label="List of do-not-call files">
      <table className="dt flush min-w-240">
        <thead>
          <tr>
            <th scope="col">Country</th>
            <th scope="col">Register of</th>
            <th scope="col">Age</th>
            <th scope="col">State</th>
            <th scope="col" className="r">
              Rows
            </th>
            <th scope="col" className="r">
              Suppressed
            </th>
            <th scope="col" className="r">
              Refused
            </th>
            <th scope="col">Uploaded</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => {
            const { label, tone } = registerStanding(file, files);
            return (
              <tr key={file.id}>
                <td className="med">{file.country ? countryName(file.country) : "Not given"}</td>
                <td>{file.asOf ? formatDay(file.asOf) : "Not given"}</td>
                <td>{typeof file.ageDays === "number" ? countOf(file.ageDays, "day", "days") : "Not known"}</td>
                <td>
                  <Status tone={tone}>{label}</Status>
                </td>
                <td className="r">{formatCount(file.rows)}</td>
                <td className="r" title={`${formatCount(file.already)} were suppressed before`}>
                  {formatCount(file.added)}
                </td>
                <td className="r">{formatCount(file.refused)}</td>
                <td className="t-2" title={formatFull(file.readAt)}>
                  {[formatAge(file.readAt), file.readBy].filter(Boolean).join(", by ")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/button.tsx";
import { Dialog } from "@/components/dialog.tsx";
import { Field, SelectField, TextField } from "@/components/field.tsx";
import { FormShell } from "@/components/form-shell.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import type { SuppressionReason } from "@/gql/graphql.ts";
import { countOf, formatAge, formatCount } from "@/lib/format.ts";
import { FileButton } from "@/records/file-button.tsx";
import { type FileBegun, fileResultQuery, isOver, refusedRows, uploadFile } from "./files.ts";
import { suppressionFilesQuery } from "./queries.ts";
import { fileWords, REASONS } from "./words.ts";

/** Suppresses all that stands in a file, as a job: which column holds the keys is found by content. */
export function FileDialog({
  start = "IMPORTED_LIST",
  onBegun,
  onClose,
}: {
  /** The reason that is chosen first. */
  start?: SuppressionReason;
  /** Told of the file that is read: it goes on when this is closed, and the page follows it. */
  onBegun: (id: string) => void;
  onClose: () => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState<SuppressionReason>(start);
  const [country, setCountry] = useState("");
  const [asOf, setAsOf] = useState("");
  const begin = useMutation({
    mutationFn: (chosen: File) => uploadFile(chosen, { reason, country, asOf: reason === "DNC_REGISTER" ? asOf : "" }),
    onSuccess: ({ id }) => onBegun(id),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Suppress a file"
      description="CSV or text, one email, number or domain per row."
    >
      {begin.data === undefined ? (
        <FormShell
          onSubmit={() => (file === null ? undefined : begin.mutate(file))}
          loading={begin.isPending}
          submitError={begin.error}
          submitLabel="Suppress all in it"
          submitDisabledReason={
            file === null
              ? "Choose a file"
              : reason === "DNC_REGISTER" && asOf === ""
                ? "Say of which day the register is"
                : undefined
          }
          onCancel={onClose}
        >
          <Field label="File" required hint="One column is read: emails before numbers before domains.">
            {(aria) => (
              <input
                {...aria}
                type="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            )}
          </Field>
          <SelectField
            label="Reason"
            required
            value={reason}
            options={Object.entries(REASONS).map(([value, label]) => ({ value, label }))}
            onChange={(event) => setReason(event.target.value as SuppressionReason)}
          />
          {reason === "DNC_REGISTER" ? (
            <TextField
              label="Register of"
              type="date"
              required
              value={asOf}
              onChange={(event) => setAsOf(event.target.value)}
              hint="The day the register's file was made."
            />
          ) : null}
          <TextField
            label="Country of numbers"
            value={country}
            maxLength={2}
            onChange={(event) => setCountry(event.target.value.toUpperCase())}
            hint="Two letters, for numbers without a country code."
          />
          <FilesRead />
        </FormShell>
      ) : (
        <Result begun={begin.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** What was read before, and how old the registers are. */
function FilesRead() {
  const { data = [] } = useQuery(suppressionFilesQuery);
  if (data.length === 0) return null;
  return (
    <div>
      <h3 className="t-12 t-3">Files read before</h3>
      <ul aria-label="Files read before">
        {data.slice(0, 5).map((file) => (
          <li key={file.id} className="t-2">
            {fileWords(file)}: {formatCount(file.added)} suppressed, {formatAge(file.readAt)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Result({ begun, onClose }: { begun: FileBegun; onClose: () => void }) {
  const query = useQuery(fileResultQuery(begun.id));
  const { data } = query;
  const over = data !== undefined && isOver(data);
  const broken = over && data.state !== "done";
  return (
    <>
      <div className="dialog-body flex flex-col gap-3">
        {begun.stale ? (
          <Notice tone="warning" title={`The register is ${formatCount(begun.ageDays ?? 0)} days old`}>
            Calling by a register older than 31 days is not allowed. Fetch it anew.
          </Notice>
        ) : null}
        {broken ? (
          <Notice tone="danger" title="The file was not read to its end">
            What was suppressed until then stays so. Upload the file once more: what is there already is left as it is.
          </Notice>
        ) : null}
        {query.isError ? (
          <LoadError what="How far it is" error={query.error} retry={() => void query.refetch()} />
        ) : (
          <p role="status">
            {over ? "Read the column " : "Reading the column "}
            <span className="med">{begun.column}</span>
            {data === undefined
              ? "…"
              : `. ${countOf(data.rows, "row", "rows")}: ${formatCount(data.added)} suppressed, ${formatCount(data.already)} there already, ${formatCount(data.refused)} refused.`}
          </p>
        )}
      </div>
      <div className="dialog-foot">
        {data !== undefined && data.refused > 0 ? (
          <FileButton label="Download refused rows" save={() => refusedRows(begun.id)} />
        ) : null}
        <Button variant="primary" onClick={onClose}>
          {over ? "Close" : "Close, it goes on"}
        </Button>
      </div>
    </>
  );
}

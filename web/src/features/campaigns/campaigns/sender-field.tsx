import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { SelectField } from "@/components/field.tsx";
import { LoadError, Notice } from "@/components/notice.tsx";
import { type SenderRow, sendersQuery } from "@/features/email/senders/queries.ts";

/** Who it comes from: the senders of its brand first. */
export function SenderField({
  brandId,
  value,
  error,
  onChange,
}: {
  brandId: string;
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
}) {
  const query = useQuery(sendersQuery);
  if (query.isError) return <LoadError what="Senders" error={query.error} retry={() => void query.refetch()} />;
  const all = query.data?.senderProfiles ?? [];
  const brandOf = (sender: SenderRow) => query.data?.emailBrands.find(({ name }) => name === sender.brandName)?.id;
  const offered = all
    .filter((sender) => !sender.archived || sender.id === value)
    .toSorted((one, other) => Number(brandOf(other) === brandId) - Number(brandOf(one) === brandId));
  const chosen = all.find(({ id }) => id === value);
  if (query.isSuccess && offered.length === 0) {
    return (
      <Notice tone="warning" title="There is no sender yet">
        Mail needs somebody to come from.{" "}
        <Link className="link" to="/campaigns/senders">
          Make a sender first
        </Link>
        .
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label="Sender"
        required
        placeholder="Choose a sender"
        options={offered.map((sender) => ({
          value: sender.id,
          label: `${sender.fromName} <${sender.fromAddress}>, ${sender.brandName}${sender.archived ? ", archived" : ""}`,
        }))}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      {chosen === undefined ? null : (
        <p className="t-12 t-2">
          {healthWords(chosen)}{" "}
          <Link className="link" to={`/campaigns/senders/${chosen.id}`}>
            Open the sender
          </Link>
        </p>
      )}
    </div>
  );
}

/** Whether its domains let it, in a sentence. */
function healthWords({ account, providerName, health, checkedAt, archived }: SenderRow): string {
  const through = `Leaves through ${account} (${providerName}).`;
  if (archived) return `${through} It is archived and cannot send.`;
  if (health === "FAIL") return `${through} Its domains refuse it: records are wrong.`;
  if (health === null || health === undefined) return checkedAt ? through : `${through} It is not checked yet.`;
  return health === "PASS" ? `${through} Its records are right.` : through;
}

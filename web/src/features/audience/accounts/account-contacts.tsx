import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { contactPage } from "@/features/audience/contacts/queries.ts";
import { formatAge, formatCount } from "@/lib/format.ts";
import type { Json } from "@/lib/json.ts";
import { EmailCell } from "@/records/email-cell.tsx";
import "@/components/data-table/table.css";

/** The people of a company, or those of them that are meant, the first fifty; the count leads to all. */
export function AccountContacts({
  accountId,
  total,
  where,
}: {
  accountId: string;
  total: number;
  /** In the filter language; undefined: everybody. */
  where?: { all: object[] } | undefined;
}) {
  const query = useQuery({
    queryKey: ["contacts", "of-account", accountId, where],
    queryFn: ({ signal }) =>
      contactPage({
        first: 50,
        filter: { accountId, ...(where === undefined ? {} : { where: where as Json }) },
        sort: { field: "full_name", direction: "ASC" },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const all = new URLSearchParams({ account: accountId });
  if (where !== undefined) all.set("filter", JSON.stringify(where));
  const rows = query.data?.edges.map((edge) => edge.node) ?? [];
  return (
    <Card
      title="Contacts"
      flush
      aside={
        total > 0 ? (
          <Link className="link" to={`/contacts?${all}`}>
            All {formatCount(total)}
          </Link>
        ) : undefined
      }
    >
      {query.isError ? (
        <div className="card-body">
          <LoadError what="The contacts" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : query.isSuccess && rows.length === 0 ? (
        <p className="card-body t-3">Nobody here yet. Contacts with an email at this domain link themselves.</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="dt flush min-w-120">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Title</th>
                <th scope="col">Email</th>
                <th scope="col" className="r w-24">
                  Updated
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <span className="who">
                      <Avatar name={row.fullName ?? row.email ?? "?"} />
                      <Link className="clip hover:underline" to={`/contacts/${row.id}`}>
                        {row.fullName ?? row.email ?? "Unnamed contact"}
                      </Link>
                    </span>
                  </td>
                  <td className="t-2">{row.jobTitle}</td>
                  <td>
                    <EmailCell email={row.email} status={row.emailStatus} aligned />
                  </td>
                  <td className="r t-2">{formatAge(row.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Avatar } from "@/components/avatar.tsx";
import { Card } from "@/components/card.tsx";
import { LoadError } from "@/components/notice.tsx";
import { contactPage } from "@/features/audience/contacts/queries.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import "@/components/data-table/table.css";

/** What moved last, so that one can go on where one stopped. */
export function RecentContacts() {
  const query = useQuery({
    queryKey: ["contacts", "recent"],
    queryFn: ({ signal }) =>
      contactPage({ first: 8, filter: {}, sort: { field: "updated_at", direction: "DESC" }, signal }),
  });
  const rows = query.data?.edges.map((edge) => edge.node) ?? [];
  return (
    <Card
      title="Lately changed"
      flush
      aside={
        <Link className="link" to="/contacts?sort=-updated_at">
          All contacts
        </Link>
      }
    >
      {query.isError ? (
        <div className="card-body">
          <LoadError what="The contacts" error={query.error} retry={() => void query.refetch()} />
        </div>
      ) : query.isSuccess && rows.length === 0 ? (
        <p className="card-body t-3">No contacts yet.</p>
      ) : (
        <table className="dt flush">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className="max-md:hidden">
                Title
              </th>
              <th scope="col" className="max-md:hidden">
                Account
              </th>
              <th scope="col" className="r w-28">
                Updated
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = row.fullName ?? row.email ?? "Unnamed contact";
              return (
                <tr key={row.id}>
                  <td>
                    <span className="who">
                      <Avatar name={name} />
                      <Link className="clip hover:underline" to={`/contacts/${row.id}`}>
                        {name}
                      </Link>
                    </span>
                  </td>
                  <td className="t-2 max-md:hidden">{row.jobTitle}</td>
                  <td className="t-2 max-md:hidden">{row.accountName}</td>
                  <td className="r t-2" title={formatFull(row.updatedAt)}>
                    {formatAge(row.updatedAt)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Card>
  );
}

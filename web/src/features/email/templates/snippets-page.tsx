import { useQuery } from "@tanstack/react-query";
import { Plus, TextQuote } from "lucide-react";
import { Link, useNavigate } from "react-router";
import { Status } from "@/components/badge.tsx";
import { Button } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Empty } from "@/components/empty.tsx";
import { LoadError } from "@/components/notice.tsx";
import { PageHead } from "@/components/page-head.tsx";
import { ScrollRegion } from "@/components/scroll-region.tsx";
import { useMay } from "@/features/identity/me/queries.ts";
import { formatAge, formatFull } from "@/lib/format.ts";
import { useListState } from "@/lib/use-list-state.ts";
import { EmailTabs } from "@/records/email-tabs.tsx";
import { usePageActions } from "@/shell/actions.ts";
import { useCrumb } from "@/shell/crumbs.tsx";
import { PageSkeleton } from "@/shell/shell.tsx";
import { type Snippet, snippetsQuery } from "./queries.ts";
import { SnippetCreateDialog } from "./snippet-create-dialog.tsx";
import { snippetPath } from "./words.ts";
import "@/components/data-table/table.css";

/** Words of brands that many templates share. */
export default function SnippetsPage() {
  useCrumb("Snippets");
  const mayEdit = useMay("TEMPLATES_EDIT");
  // Whose words they are is chosen among the brands, which come with the senders.
  const seesBrands = useMay("CAMPAIGNS_VIEW");
  const navigate = useNavigate();
  const state = useListState();
  const query = useQuery(snippetsQuery);
  const make = mayEdit && seesBrands;
  const add = () => state.setCreating(true);
  usePageActions(
    make
      ? [
          {
            id: "snippet-new",
            label: "New snippet",
            icon: Plus,
            group: "On this page",
            keys: "c",
            primary: true,
            run: add,
          },
        ]
      : [],
  );
  return (
    <div className="scroll bg-well">
      <PageHead title="Snippets" count={query.data?.filter(({ archived }) => !archived).length ?? null} />
      <EmailTabs />
      <div className="flex flex-col gap-3 px-5 py-4">
        {query.isPending ? (
          <PageSkeleton />
        ) : query.isError ? (
          <LoadError what="Snippets" error={query.error} retry={() => void query.refetch()} />
        ) : query.data.length === 0 ? (
          <Empty
            icon={TextQuote}
            title="No snippets yet"
            actions={
              make ? (
                <Button variant="primary" icon={Plus} onClick={add}>
                  New snippet
                </Button>
              ) : undefined
            }
          >
            A snippet is a footer, a disclaimer or other words of a brand that many templates share. Changed once, it is
            changed in every draft; what was submitted stays as it was.
          </Empty>
        ) : (
          <List snippets={query.data} />
        )}
      </div>
      {state.creating && make ? (
        <SnippetCreateDialog
          onClose={() => state.setCreating(false)}
          onMade={(id) => {
            if (id === undefined) state.setCreating(false);
            else void navigate(snippetPath(id));
          }}
        />
      ) : null}
    </div>
  );
}

function List({ snippets }: { snippets: readonly Snippet[] }) {
  return (
    <Card flush>
      <ScrollRegion label="Snippets">
        <table className="dt flush min-w-140" aria-label="Snippets">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Brand</th>
              <th scope="col">State</th>
              <th scope="col">Version</th>
              <th scope="col">Templates</th>
              <th scope="col">Saved</th>
            </tr>
          </thead>
          <tbody>
            {snippets.map(({ id, name, brandName, archived, version, usedBy, savedAt, savedByName }) => (
              <tr key={id}>
                <td>
                  <Link className="link med mono" to={snippetPath(id)}>
                    {name}
                  </Link>
                </td>
                <td>{brandName}</td>
                <td>
                  <Status tone={archived ? "hollow" : "success"}>{archived ? "Archived" : "In use"}</Status>
                </td>
                <td className="num">{version}</td>
                <td className="num">{usedBy.length}</td>
                <td>
                  <time dateTime={savedAt} title={formatFull(savedAt)}>
                    {formatAge(savedAt)}
                    {savedByName ? `, ${savedByName}` : ""}
                  </time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

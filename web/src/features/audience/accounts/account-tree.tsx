import { useQuery } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { Link } from "react-router";
import { Badge } from "@/components/badge.tsx";
import { Card } from "@/components/card.tsx";
import { Icon } from "@/components/icon.tsx";
import { LoadError } from "@/components/notice.tsx";
import { countOf } from "@/lib/format.ts";
import { accountName } from "@/records/kinds/account-kind.ts";
import { accountTreeQuery, type TreeNode } from "./page-queries.ts";
import "./account-page.css";

/** Deeper ones are drawn no further in: the words need the room. */
const DEEPEST = 8;

/** The company's place among its own: everything above it, and all below the topmost. Nothing of one that stands alone. */
export function AccountTree({ id }: { id: string }) {
  const query = useQuery(accountTreeQuery(id));
  const nodes = query.data?.nodes ?? [];
  if (nodes.length < 2 && !query.isError) return null;
  return (
    <Card title="Companies" {...(nodes.length > 1 ? { sub: countOf(nodes.length, "company", "companies") } : {})}>
      {query.isError ? (
        <LoadError what="The companies around it" error={query.error} retry={() => void query.refetch()} />
      ) : (
        <ol className="account-tree" aria-label="Companies, each under the one it belongs to">
          {nodes.map((node) => (
            <Line key={node.id} node={node} here={node.id === id} />
          ))}
        </ol>
      )}
      {query.data?.more ? <p className="t-12 t-3 mt-2">There are more companies than are shown here.</p> : null}
    </Card>
  );
}

function Line({ node, here }: { node: TreeNode; here: boolean }) {
  return (
    <li style={{ paddingInlineStart: `${Math.min(node.depth, DEEPEST) * 16}px` }}>
      <span className="sr">Level {node.depth + 1}: </span>
      <Icon as={Building2} size="sm" />
      {here ? (
        <strong className="clip" aria-current="page">
          {accountName(node)}
        </strong>
      ) : (
        <Link className="link clip" to={`/accounts/${node.id}`}>
          {accountName(node)}
        </Link>
      )}
      {node.archived ? <Badge>Archived</Badge> : node.status === "stub" ? <Badge tone="warning">Stub</Badge> : null}
      <span className="t-12 t-3 num ml-auto whitespace-nowrap">
        {countOf(node.contactCount, "contact", "contacts")}
      </span>
    </li>
  );
}

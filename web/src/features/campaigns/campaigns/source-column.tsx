import { useQuery } from "@tanstack/react-query";
import { Filter, Globe, ListChecks, type LucideIcon, Megaphone, PenLine, Plus, Users, X } from "lucide-react";
import { Link } from "react-router";
import { Button, IconButton } from "@/components/button.tsx";
import { Card } from "@/components/card.tsx";
import { Icon } from "@/components/icon.tsx";
import type { AudienceSourceKind } from "@/gql/graphql.ts";
import { useShortcuts } from "@/lib/keys.ts";
import { sourceCountQuery } from "./check-queries.ts";
import { kindWords, type SourceDraft, sourceInput, sourceKey, sourceName, SOURCES_MAX, sourcePath } from "./sources.ts";
import { peopleWords } from "./words.ts";

const ICONS: Record<AudienceSourceKind, LucideIcon> = {
  LIST: ListChecks,
  SEGMENT: Users,
  DOMAIN_SET: Globe,
  FILTER: Filter,
  CAMPAIGN: Megaphone,
};

/** Sources of one side, each with how many people it is now. */
export function SourceColumn({
  title,
  sub,
  testId,
  empty,
  sources,
  onAdd,
  onEdit,
  onRemove,
  addKey,
}: {
  title: string;
  sub: string;
  testId: string;
  /** What this side is for, while nothing stands in it. */
  empty: string;
  sources: readonly SourceDraft[];
  onAdd: () => void;
  /** Of a filter, by its key. */
  onEdit: (key: string) => void;
  onRemove: (key: string) => void;
  addKey: string;
}) {
  const full = sources.length >= SOURCES_MAX;
  const name = `Add to “${title}”`;
  useShortcuts([{ keys: addKey, label: name, group: "Audience", run: onAdd }], !full);
  return (
    <Card title={title} sub={sub}>
      <div className="flex flex-col gap-3" data-testid={testId}>
        {sources.length === 0 ? (
          <p className="t-2">{empty}</p>
        ) : (
          <ul className="campaign-sources" aria-label={title}>
            {sources.map((source) => {
              const key = sourceKey(source);
              return (
                <Source
                  key={key}
                  source={source}
                  {...(source.kind === "FILTER" ? { onEdit: () => onEdit(key) } : {})}
                  onRemove={() => onRemove(key)}
                />
              );
            })}
          </ul>
        )}
        <Button
          icon={Plus}
          keys={addKey}
          className="self-start"
          aria-label={name}
          disabledReason={
            full ? `At most ${SOURCES_MAX} sources stand here. Combine some into a list first` : undefined
          }
          onClick={onAdd}
        >
          Add
        </Button>
      </div>
    </Card>
  );
}

function Source({ source, onEdit, onRemove }: { source: SourceDraft; onEdit?: () => void; onRemove: () => void }) {
  const name = sourceName(source);
  const path = sourcePath(source);
  return (
    <li className={`campaign-source ${source.gone ? "gone" : ""}`}>
      <Icon as={ICONS[source.kind]} />
      <span className="campaign-source-words">
        {path === null ? (
          <span className="med">{name}</span>
        ) : (
          <Link className="link" to={path}>
            {name}
          </Link>
        )}
        <span className="t-12 t-2 block">{kindWords(source)}</span>
        {source.gone ? (
          <span className="t-12 c-danger block">
            It is archived, or not shared with you. Take it out, or choose another.
          </span>
        ) : (
          <Count source={source} />
        )}
      </span>
      {onEdit === undefined ? null : <IconButton label={`Change ${name}`} icon={PenLine} onClick={onEdit} />}
      <IconButton label={`Take out ${name}`} icon={X} onClick={onRemove} />
    </li>
  );
}

/** It keeps its place while it is counted. */
function Count({ source }: { source: SourceDraft }) {
  const query = useQuery(sourceCountQuery(sourceInput(source)));
  return (
    <span className="t-12 t-3 num block">
      {query.isError
        ? "It could not be counted"
        : query.data === undefined
          ? "Counting…"
          : `${peopleWords(query.data)} now`}
    </span>
  );
}

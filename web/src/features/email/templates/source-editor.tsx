import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/button.tsx";
import { Field } from "@/components/field.tsx";
import type { Problem } from "./queries.ts";
import { SnippetDialog } from "./snippet-dialog.tsx";
import { useInsertion } from "./use-insertion.ts";
import { snippetElement } from "./words.ts";

/** Chooses so many characters of a text, and scrolls to that part of its height. */
function show(area: HTMLTextAreaElement, start: number, length: number, part: number) {
  area.focus();
  area.setSelectionRange(start, start + length);
  area.scrollTop = Math.max(0, area.scrollHeight * part);
}

/** MJML by hand: numbered lines, and what is wrong at the line where it is. */
export function SourceEditor({
  value,
  onChange,
  problems,
  readOnly = false,
}: {
  value: string;
  onChange: (value: string) => void;
  /** Of the body. */
  problems: readonly Problem[];
  readOnly?: boolean;
}) {
  const { field: text, insert } = useInsertion<HTMLTextAreaElement>(onChange);
  const [picking, setPicking] = useState(false);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = value.split("\n").length;
  const at = new Map(problems.flatMap(({ line, severity }) => (line ? [[line, severity] as const] : [])));
  const goTo = (line: number) => {
    const area = text.current;
    if (area === null) return;
    const start = startOf(value, line);
    show(area, start, value.split("\n")[line - 1]?.length ?? 0, (line - 4) / lines);
  };
  return (
    <div className="flex flex-col gap-3">
      <Field label="MJML" hint="Merge tags stand in it as {{contact.first_name|there}}.">
        {(aria) => (
          <span className="input area template-source">
            <span className="template-lines" ref={gutter} aria-hidden="true">
              {Array.from({ length: lines }, (_, index) => (
                <span key={index} data-severity={at.get(index + 1)}>
                  {index + 1}
                </span>
              ))}
            </span>
            <textarea
              {...aria}
              ref={text}
              className="mono"
              wrap="off"
              spellCheck={false}
              rows={24}
              value={value}
              readOnly={readOnly}
              onChange={(event) => onChange(event.target.value)}
              onScroll={(event) => {
                if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop;
              }}
            />
          </span>
        )}
      </Field>
      {readOnly ? null : (
        <Button small icon={Plus} className="self-start" onClick={() => setPicking(true)}>
          Insert a snippet
        </Button>
      )}
      {picking ? (
        <SnippetDialog onInsert={(name) => insert(snippetElement(name))} onClose={() => setPicking(false)} />
      ) : null}
      {problems.length === 0 ? null : (
        <ul className="flex flex-col gap-1" aria-label="Problems of the source">
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`} className="t-12">
              {line ? (
                <button type="button" className="link" onClick={() => goTo(line)}>
                  Line {line}
                </button>
              ) : (
                <span className="med">Anywhere</span>
              )}
              : {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Where a line begins, in characters. */
export function startOf(text: string, line: number): number {
  return text
    .split("\n")
    .slice(0, line - 1)
    .reduce((at, before) => at + before.length + 1, 0);
}

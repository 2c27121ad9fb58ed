import { Bold, Braces, Link } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/button.tsx";
import { TextAreaField, TextField } from "@/components/field.tsx";
import { MergeTagDialog } from "./merge-tag-dialog.tsx";
import { useInsertion } from "./use-insertion.ts";

interface TaggedProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  placeholder?: string;
  autoFocus?: boolean;
  readOnly?: boolean;
}

/** One line in which merge tags may stand. */
export function TaggedLine({ onChange, readOnly, label, ...field }: TaggedProps & { required?: boolean }) {
  const [picking, setPicking] = useState(false);
  const insertion = useInsertion<HTMLInputElement>(onChange);
  return (
    <>
      <TextField
        {...field}
        label={label}
        ref={insertion.field}
        readOnly={readOnly}
        spellCheck
        onChange={(event) => onChange(event.target.value)}
        trailing={
          readOnly ? null : (
            <IconButton
              label={`Insert a merge tag into ${label.toLowerCase()}`}
              icon={Braces}
              onClick={() => setPicking(true)}
            />
          )
        }
      />
      {picking ? <MergeTagDialog onInsert={insertion.insert} onClose={() => setPicking(false)} /> : null}
    </>
  );
}

interface MarkedProps extends TaggedProps {
  rows?: number;
  /** Without bold words and links: in plain text there are none. */
  plain?: boolean;
}

/** Text of several lines with bold words, links and merge tags. */
export function MarkedText({ onChange, readOnly, label, rows = 4, plain = false, ...field }: MarkedProps) {
  const [picking, setPicking] = useState(false);
  const insertion = useInsertion<HTMLTextAreaElement>(onChange);
  const bold = () => insertion.wrap("**", "**", "bold words");
  return (
    <div className="template-marked">
      {readOnly ? null : (
        <div className="row gap-1" role="group" aria-label={`Marks of ${label.toLowerCase()}`}>
          {plain ? null : (
            <>
              <IconButton label="Bold" icon={Bold} keys="mod+b" onClick={bold} />
              <IconButton
                label="Link"
                icon={Link}
                onClick={() => insertion.wrap("[", "](https://)", "words of the link")}
              />
            </>
          )}
          <IconButton label="Merge tag" icon={Braces} onClick={() => setPicking(true)} />
        </div>
      )}
      <TextAreaField
        {...field}
        label={label}
        rows={rows}
        ref={insertion.field}
        readOnly={readOnly}
        spellCheck
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== "b" || !(event.ctrlKey || event.metaKey) || readOnly || plain) return;
          event.preventDefault();
          bold();
        }}
      />
      {picking ? <MergeTagDialog onInsert={insertion.insert} onClose={() => setPicking(false)} /> : null}
    </div>
  );
}

import { useState } from "react";
import { countOf } from "@/lib/format.ts";
import { areasOf, type Extent, extentOf, foundIn, onlyReads, withExtent } from "./areas.ts";
import type { ApiKeyScope } from "./queries.ts";
import "@/components/field.css";

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * What a key may do: any of what its maker may, by area. Native boxes and selects in groups, so that keyboards and screen readers know
 * them.
 */
export function ScopesField({
  scopes,
  chosen,
  error,
  onChange,
}: {
  scopes: readonly ApiKeyScope[];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}) {
  const [words, setWords] = useState("");
  const areas = areasOf(scopes);
  const found = foundIn(areas, words);
  const toggle = (permission: string) =>
    onChange(chosen.includes(permission) ? chosen.filter((one) => one !== permission) : [...chosen, permission]);
  const shown = found.flatMap((area) => area.scopes).length;
  return (
    <fieldset className="field min-w-0" aria-describedby={error === undefined ? undefined : "scopes-error"}>
      <legend className="med mb-1">
        It may
        <span className="req" aria-hidden="true">
          *
        </span>
      </legend>
      <div className="row flex-wrap gap-2">
        <input
          type="search"
          className="input grow"
          aria-label="Find what it may do"
          placeholder="Find: contacts, import, see"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          // Enter looks for it; it does not make the key.
          onKeyDown={(event) =>
            event.key === "Enter" && !event.ctrlKey && !event.metaKey ? event.preventDefault() : undefined
          }
        />
        <span className="t-12 t-2" aria-live="polite">
          {words.trim() === "" ? `${chosen.length} of ${scopes.length} chosen` : `${shown} of ${scopes.length} shown`}
        </span>
      </div>
      <div className="flex max-h-80 flex-col gap-4 overflow-auto pt-2">
        {found.length === 0 ? <p className="t-2">Nothing like this. Try fewer words.</p> : null}
        {found.map(({ label, scopes: listed }) => {
          // The choice is about the whole area, also while a search shows a part of it.
          const area = areas.find((one) => one.label === label) ?? { label, scopes: listed };
          return (
            <fieldset key={label} className="flex min-w-0 flex-col gap-1">
              <legend className="sr">{label}</legend>
              <div className="row flex-wrap gap-2">
                <span className="med grow" aria-hidden="true">
                  {label}
                </span>
                <ExtentChoice
                  label={label}
                  extent={extentOf(area, chosen)}
                  reads={area.scopes.some(onlyReads)}
                  onChoose={(extent) => onChange(withExtent(area, extent, chosen))}
                />
              </div>
              <ul className="grid gap-1 md:grid-cols-2">
                {listed.map(({ permission, act }) => (
                  <li key={permission}>
                    <label className="row gap-2">
                      <input
                        type="checkbox"
                        checked={chosen.includes(permission)}
                        onChange={() => toggle(permission)}
                      />
                      <span>{upper(act)}</span>
                    </label>
                  </li>
                ))}
              </ul>
              {listed.length < area.scopes.length ? (
                <p className="t-12 t-3">
                  {`${countOf(area.scopes.length - listed.length, "more is", "more are")} in this area.`}
                </p>
              ) : null}
            </fieldset>
          );
        })}
      </div>
      {error === undefined ? null : (
        <span id="scopes-error" className="error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}

/** Nothing, read only or everything of an area at once. */
function ExtentChoice({
  label,
  extent,
  reads,
  onChoose,
}: {
  label: string;
  extent: Extent;
  /** Whether there is anything in it that only reads. */
  reads: boolean;
  onChoose: (extent: "none" | "read" | "all") => void;
}) {
  return (
    <select
      className="input w-40"
      aria-label={`${label}: how much`}
      value={extent}
      onChange={({ target: { value } }) => {
        if (value === "none" || value === "read" || value === "all") onChoose(value);
      }}
    >
      <option value="none">Nothing</option>
      {reads ? <option value="read">Read only</option> : null}
      <option value="all">Everything</option>
      {extent === "some" ? <option value="some">What is ticked</option> : null}
    </select>
  );
}

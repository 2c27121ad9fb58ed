import { useId } from "react";
import { PLAIN_STYLE, type Style } from "./blocks.ts";

const COLOURS: readonly { key: keyof Style; label: string }[] = [
  { key: "background", label: "Background" },
  { key: "text", label: "Text" },
  { key: "accent", label: "Buttons and links" },
];

/** The three colours of an email written in blocks. */
export function StyleFields({ style, onChange }: { style: Style; onChange: (style: Style) => void }) {
  const id = useId();
  return (
    <fieldset className="template-colours">
      <legend className="legend">Colours</legend>
      {COLOURS.map(({ key, label }) => (
        <span key={key} className="row gap-2">
          <input
            id={`${id}-${key}`}
            type="color"
            className="template-colour"
            // What is no colour is shown as the standard one; it stays as it is until another is chosen.
            value={/^#[0-9a-f]{6}$/i.test(style[key]) ? style[key] : PLAIN_STYLE[key]}
            onChange={(event) => onChange({ ...style, [key]: event.target.value })}
          />
          <label htmlFor={`${id}-${key}`}>{label}</label>
        </span>
      ))}
    </fieldset>
  );
}

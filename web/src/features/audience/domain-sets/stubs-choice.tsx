import { Checkbox } from "@/components/checkbox.tsx";
import "@/components/field.css";

/** Whether companies that nobody knows become accounts. */
export function StubsChoice({
  checked,
  onChange,
  refused,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Why this viewer may not ask for it. */
  refused: string | null;
}) {
  if (refused !== null) return <p className="t-12 t-3">Companies you do not know stay unknown. {refused}</p>;
  return (
    <div>
      <div className="row gap-2">
        <Checkbox label="Make accounts of companies that are unknown" checked={checked} onChange={onChange} />
        <span>Make accounts of companies that are unknown</span>
      </div>
      <p className="hint">Each is marked as a stub, waiting for somebody to look at it.</p>
    </div>
  );
}

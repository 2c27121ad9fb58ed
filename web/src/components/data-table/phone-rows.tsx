import { Checkbox } from "../checkbox.tsx";
import { Skeleton } from "../skeleton.tsx";
import type { DataTableProps } from "./data-table.tsx";
import type { Selection } from "./use-selection.ts";
import type { VirtualRows } from "./use-virtual-rows.ts";

/** Two lines per row, the whole row a target. */
export function PhoneRows<TRow>({
  label,
  rowId,
  rowName,
  phoneRow,
  onOpen,
  list,
  virtual,
  selection,
}: DataTableProps<TRow> & { virtual: VirtualRows<TRow>; selection: Selection | null }) {
  return (
    <div className="scroll dt-scroll" ref={virtual.scrollRef}>
      <ul
        className="phone-rows"
        aria-label={label}
        style={{ paddingTop: virtual.padTop, paddingBottom: virtual.padBottom }}
      >
        {list.loading
          ? Array.from({ length: 10 }, (_, index) => (
              <li key={index} className="delayed">
                <Skeleton width="60%" />
              </li>
            ))
          : virtual.items.map(({ index, row }) => {
              if (row === undefined) {
                return (
                  <li key={index}>
                    <Skeleton width="60%" />
                  </li>
                );
              }
              const { lead, title, detail, aside, acts } = phoneRow(row);
              const id = rowId(row);
              return (
                <li key={id} className={selection?.has(id) ? "sel" : ""}>
                  {selection === null ? null : (
                    <Checkbox
                      label={`Select ${rowName(row)}`}
                      checked={selection.has(id)}
                      onChange={(_, shift) => selection.toggle(index, shift)}
                    />
                  )}
                  <button type="button" className="phone-row" onClick={() => onOpen?.(row, index)}>
                    {lead}
                    <span className="grow">
                      <span className="row">
                        <b className="clip med">{title}</b>
                        <span className="t-12 t-3 ml-auto whitespace-nowrap">{aside}</span>
                      </span>
                      <span className="t-2 clip block">{detail}</span>
                    </span>
                  </button>
                  {acts ? <span className="phone-acts">{acts}</span> : null}
                </li>
              );
            })}
      </ul>
    </div>
  );
}

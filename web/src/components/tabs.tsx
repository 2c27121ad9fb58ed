import { Tabs as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import "./tabs.css";

export interface TabItem {
  id: string;
  label: string;
  count?: number | string | undefined;
  content: ReactNode;
}

/** Tabs whose choice the caller keeps (in the URL, for pages). Only the open tab is rendered. */
export function Tabs({
  items,
  value,
  onChange,
  label,
  bodyClassName,
}: {
  items: TabItem[];
  value: string;
  onChange: (id: string) => void;
  label: string;
  bodyClassName?: string;
}) {
  // What was pressed is open at once. A value kept in the URL follows a moment later, and who presses the former tab until then
  // means that one, which would otherwise pass for the open one.
  const [pressed, setPressed] = useState<{ id: string; over: string } | null>(null);
  if (pressed !== null && pressed.over !== value) setPressed(null);
  const wanted = pressed?.over === value ? pressed.id : value;
  const open = items.some((item) => item.id === wanted) ? wanted : (items[0]?.id ?? "");
  const at = items.findIndex((item) => item.id === open);
  const list = useRef<HTMLDivElement>(null);
  // On a phone there are more than fit: the open one is in sight, with what stands beside it.
  useEffect(() => {
    const tab = list.current?.children[at];
    if (!list.current || !(tab instanceof HTMLElement)) return;
    list.current.scrollTo?.({ left: tab.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2 });
  }, [at]);
  return (
    <Radix.Root
      value={open}
      onValueChange={(id) => {
        setPressed({ id, over: value });
        onChange(id);
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Radix.List ref={list} className="views" aria-label={label}>
        {items.map((item) => (
          <Radix.Trigger key={item.id} value={item.id} className="tab">
            {item.label}
            {item.count === undefined ? null : <span className="n">{item.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.id} value={item.id} className={bodyClassName ?? "min-h-0 flex-1 overflow-auto"}>
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

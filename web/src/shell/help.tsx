import { Dialog } from "@/components/dialog.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { useActiveShortcuts } from "@/lib/keys.ts";
import { helpGroups } from "./help-groups.ts";
import { useShell } from "./ui-state.ts";

/** The keys that work on this page, as registered, so the list cannot be out of date. */
export function Help() {
  const { helpOpen, set } = useShell();
  const groups = helpGroups(useActiveShortcuts());
  return (
    <Dialog open={helpOpen} onClose={() => set({ helpOpen: false })} title="Keys that work here" width={640}>
      <div
        className="dialog-body columns-2 gap-8 max-md:columns-1"
        role="region"
        aria-label="Keys"
        // oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex -- nothing in it takes the focus, and it scrolls
        tabIndex={0}
      >
        {groups.map(([group, shortcuts]) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="t-12 med t-3 mb-1">{group}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className="flex min-h-7 items-center gap-3">
                  <dt className="grow">{shortcut.label}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys} />
                    <span className="sr">{shortcut.keys}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

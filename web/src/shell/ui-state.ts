/** What is open over the page. Not shareable, so not in the URL. */
import { create } from "zustand";
import { useAppearance } from "@/lib/appearance.ts";
import { useMedia } from "@/lib/use-media.ts";

interface ShellState {
  paletteOpen: boolean;
  /** What stands in it when it opens. */
  paletteText: string;
  helpOpen: boolean;
  navOpen: boolean;
  /** Unfolded by hand where there is little room. */
  navWide: boolean;
  set: (patch: Partial<Omit<ShellState, "set">>) => void;
}

export const useShell = create<ShellState>()((set) => ({
  paletteOpen: false,
  paletteText: "",
  helpOpen: false,
  navOpen: false,
  navWide: false,
  set: (patch) => set(patch),
}));

/** A tablet has no room for it beside a list and a drawer: there it is folded until somebody unfolds it. */
export function useSidebarFold(): { folded: boolean; toggle: () => void } {
  const chosen = useAppearance((state) => state.sidebarFolded);
  const toggleChosen = useAppearance((state) => state.toggleSidebar);
  const { navWide, set } = useShell();
  const narrow = useMedia("(max-width: 1023px)");
  return narrow
    ? { folded: !navWide, toggle: () => set({ navWide: !navWide }) }
    : { folded: chosen, toggle: toggleChosen };
}

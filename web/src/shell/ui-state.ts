/** What is open over the page. Not shareable, so not in the URL. */
import { create } from "zustand";

interface ShellState {
  paletteOpen: boolean;
  helpOpen: boolean;
  navOpen: boolean;
  set: (patch: Partial<Pick<ShellState, "paletteOpen" | "helpOpen" | "navOpen">>) => void;
}

export const useShell = create<ShellState>()((set) => ({
  paletteOpen: false,
  helpOpen: false,
  navOpen: false,
  set: (patch) => set(patch),
}));

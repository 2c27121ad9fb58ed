/** Theme and density: kept in the browser, applied to <html>. `public/theme-boot.js` applies the same before paint. */
import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Theme = "light" | "dark" | "system";
export type Density = "comfortable" | "compact";

interface Appearance {
  theme: Theme;
  density: Density;
  sidebarFolded: boolean;
  setTheme: (theme: Theme) => void;
  setDensity: (density: Density) => void;
  toggleSidebar: () => void;
}

export const useAppearance = create<Appearance>()(
  persist(
    (set) => ({
      theme: "system",
      density: "comfortable",
      sidebarFolded: false,
      setTheme: (theme) => set({ theme }),
      setDensity: (density) => set({ density }),
      toggleSidebar: () => set((state) => ({ sidebarFolded: !state.sidebarFolded })),
    }),
    { name: "pivotal.appearance" },
  ),
);

function apply({ theme, density }: Pick<Appearance, "theme" | "density">): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  if (density === "compact") dataset.density = "compact";
  else delete dataset.density;
}

useAppearance.subscribe(apply);
apply(useAppearance.getState());

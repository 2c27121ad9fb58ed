import "./styles/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { Toasts } from "./components/toast.tsx";
import { TooltipProvider } from "./components/tooltip.tsx";
import { installShortcuts } from "./lib/keys.ts";
import { installPreferences } from "./lib/preferences.ts";
import { queryClient } from "./lib/query-client.ts";
import { router } from "./routes.tsx";
import { tellWhenLimited } from "./shell/limited.ts";

installShortcuts();
installPreferences();
tellWhenLimited(queryClient);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html lost its #root element");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delayDuration={400} skipDelayDuration={300}>
        <Suspense fallback={null}>
          <RouterProvider router={router} />
        </Suspense>
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);

/** Every page, each in a file of its own that loads on first visit. */
import { lazy } from "react";
import { createBrowserRouter, Navigate } from "react-router";
import { Gate } from "./shell/gate.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { Shell } from "./shell/shell.tsx";

const LoginPage = lazy(() => import("./features/identity/sessions/login-page.tsx"));
const DashboardPage = lazy(() => import("./features/home/dashboard/dashboard-page.tsx"));

export const router = createBrowserRouter([
  { path: "/login", element: <LoginPage /> },
  {
    element: (
      <Gate>
        <Shell />
      </Gate>
    ),
    children: [
      { path: "/", element: <DashboardPage /> },
      { path: "/dashboard", element: <Navigate to="/" replace /> },
      { path: "*", element: <NotFound /> },
    ],
  },
]);

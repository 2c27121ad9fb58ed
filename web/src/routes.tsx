/** Every page, each in a file of its own that loads on first visit. */
import { lazy } from "react";
import { createBrowserRouter, Navigate } from "react-router";
import { Gate } from "./shell/gate.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { Shell } from "./shell/shell.tsx";

const LoginPage = lazy(() => import("./features/identity/sessions/login-page.tsx"));
const DashboardPage = lazy(() => import("./features/home/dashboard/dashboard-page.tsx"));
const ContactsPage = lazy(() => import("./features/audience/contacts/contacts-page.tsx"));
const ContactPage = lazy(() => import("./features/audience/contacts/contact-page.tsx"));
const AccountsPage = lazy(() => import("./features/audience/accounts/accounts-page.tsx"));
const AccountPage = lazy(() => import("./features/audience/accounts/account-page.tsx"));
const UsersPage = lazy(() => import("./features/identity/users/users-page.tsx"));
const ClientsPage = lazy(() => import("./features/identity/clients/clients-page.tsx"));

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
      { path: "/contacts", element: <ContactsPage /> },
      { path: "/contacts/:id", element: <ContactPage /> },
      { path: "/accounts", element: <AccountsPage /> },
      { path: "/accounts/:id", element: <AccountPage /> },
      { path: "/users", element: <UsersPage /> },
      { path: "/clients", element: <ClientsPage /> },
      { path: "/team", element: <UsersPage team /> },
      { path: "*", element: <NotFound /> },
    ],
  },
]);

/** Every page, each in a file of its own that loads on first visit. */
import { lazy } from "react";
import { createBrowserRouter, Navigate } from "react-router";
import { Allowed } from "./shell/allowed.tsx";
import { Gate } from "./shell/gate.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { Shell } from "./shell/shell.tsx";
import { WithId } from "./shell/with-id.tsx";

const LoginPage = lazy(() => import("./features/identity/sessions/login-page.tsx"));
const DashboardPage = lazy(() => import("./features/home/dashboard/dashboard-page.tsx"));
const ContactsPage = lazy(() => import("./features/audience/contacts/contacts-page.tsx"));
const ContactPage = lazy(() => import("./features/audience/contacts/contact-page.tsx"));
const ImportsPage = lazy(() => import("./features/audience/imports/imports-page.tsx"));
const UploadPage = lazy(() => import("./features/audience/imports/upload-page.tsx"));
const ImportPage = lazy(() => import("./features/audience/imports/import-page.tsx"));
const FixPage = lazy(() => import("./features/audience/imports/fix-page.tsx"));
const CustomFieldsPage = lazy(() => import("./features/audience/custom-fields/custom-fields-page.tsx"));
const UndoPage = lazy(() => import("./features/audience/imports/undo-page.tsx"));
const ExportsPage = lazy(() => import("./features/audience/exports/exports-page.tsx"));
const AccountsPage = lazy(() => import("./features/audience/accounts/accounts-page.tsx"));
const AccountPage = lazy(() => import("./features/audience/accounts/account-page.tsx"));
const SearchPage = lazy(() => import("./shell/search/search-page.tsx"));
const UsersPage = lazy(() => import("./features/identity/users/users-page.tsx"));
const SystemPage = lazy(() => import("./features/log/system/system-page.tsx"));
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
      { path: "/contacts", element: <Allowed permission="CONTACTS_VIEW" page={<ContactsPage />} /> },
      { path: "/contacts/imports", element: <Allowed permission="IMPORTS_VIEW" page={<ImportsPage />} /> },
      { path: "/contacts/imports/new", element: <Allowed permission="IMPORTS_RUN" page={<UploadPage />} /> },
      {
        path: "/contacts/imports/:id",
        element: <Allowed permission="IMPORTS_VIEW" page={<WithId what="import" page={<ImportPage />} />} />,
      },
      {
        path: "/contacts/imports/:id/fix",
        element: <Allowed permission="IMPORTS_RUN" page={<WithId what="import" page={<FixPage />} />} />,
      },
      {
        path: "/contacts/imports/:id/undo",
        element: <Allowed permission="IMPORTS_UNDO" page={<WithId what="import" page={<UndoPage />} />} />,
      },
      {
        path: "/contacts/:id",
        element: <Allowed permission="CONTACTS_VIEW" page={<WithId what="contact" page={<ContactPage />} />} />,
      },
      { path: "/exports", element: <Allowed permission="EXPORTS_VIEW" page={<ExportsPage />} /> },
      { path: "/accounts", element: <Allowed permission="ACCOUNTS_VIEW" page={<AccountsPage />} /> },
      {
        path: "/accounts/:id",
        element: <Allowed permission="ACCOUNTS_VIEW" page={<WithId what="account" page={<AccountPage />} />} />,
      },
      { path: "/search", element: <SearchPage /> },
      { path: "/users", element: <Allowed permission="USERS_VIEW" staff page={<UsersPage />} /> },
      { path: "/custom-fields", element: <Allowed permission="SETTINGS_MANAGE" page={<CustomFieldsPage />} /> },
      { path: "/clients", element: <Allowed permission="CLIENTS_VIEW" staff page={<ClientsPage />} /> },
      { path: "/system", element: <Allowed permission="JOBS_VIEW" whole page={<SystemPage />} /> },
      { path: "/team", element: <Allowed permission="USERS_VIEW" page={<UsersPage team />} /> },
      { path: "*", element: <NotFound /> },
    ],
  },
]);

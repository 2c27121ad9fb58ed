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
const SurvivorshipPage = lazy(() => import("./features/audience/survivorship/survivorship-page.tsx"));
const SuppressionsPage = lazy(() => import("./features/suppression/suppressions/suppressions-page.tsx"));
const CompliancePage = lazy(() => import("./features/suppression/compliance-page.tsx"));
const RequestPage = lazy(() => import("./features/suppression/requests/request-page.tsx"));
const SuppressionPage = lazy(() => import("./features/suppression/suppressions/suppression-page.tsx"));
const UndoPage = lazy(() => import("./features/audience/imports/undo-page.tsx"));
const VerificationsPage = lazy(() => import("./features/audience/email-verification/verifications-page.tsx"));
const PhoneLookupsPage = lazy(() => import("./features/audience/phone-validity/lookups-page.tsx"));
const PhoneLookupPage = lazy(() => import("./features/audience/phone-validity/lookup-page.tsx"));
const VerificationPage = lazy(() => import("./features/audience/email-verification/verification-page.tsx"));
const BulksPage = lazy(() => import("./features/audience/bulk/bulks-page.tsx"));
const BulkPage = lazy(() => import("./features/audience/bulk/bulk-page.tsx"));
const BulkUndoPage = lazy(() => import("./features/audience/bulk/undo-page.tsx"));
const ListsPage = lazy(() => import("./features/audience/lists/lists-page.tsx"));
const ListPage = lazy(() => import("./features/audience/lists/list-page.tsx"));
const ExportsPage = lazy(() => import("./features/audience/exports/exports-page.tsx"));
const AccountsPage = lazy(() => import("./features/audience/accounts/accounts-page.tsx"));
const SegmentsPage = lazy(() => import("./features/audience/segments/segments-page.tsx"));
const SegmentPage = lazy(() => import("./features/audience/segments/segment-page.tsx"));
const AudiencePage = lazy(() => import("./features/audience/segments/audience-page.tsx"));
const DuplicatesPage = lazy(() => import("./features/audience/duplicates/duplicates-page.tsx"));
const IndustrySuggestionsPage = lazy(() => import("./features/audience/enrichment/industry-suggestions-page.tsx"));
const DomainSetsPage = lazy(() => import("./features/audience/domain-sets/domain-sets-page.tsx"));
const NewDomainSetPage = lazy(() => import("./features/audience/domain-sets/new-domain-set-page.tsx"));
const DomainSetPage = lazy(() => import("./features/audience/domain-sets/domain-set-page.tsx"));
const AccountPage = lazy(() => import("./features/audience/accounts/account-page.tsx"));
const TasksPage = lazy(() => import("./features/work/tasks/tasks-page.tsx"));
const NotificationsPage = lazy(() => import("./features/identity/notifications/notifications-page.tsx"));
const SearchPage = lazy(() => import("./shell/search/search-page.tsx"));
const UsersPage = lazy(() => import("./features/identity/users/users-page.tsx"));
const InvitationsPage = lazy(() => import("./features/identity/invitations/invitations-page.tsx"));
const AcceptPage = lazy(() => import("./features/identity/invitations/accept-page.tsx"));
const ForgottenPage = lazy(() => import("./features/identity/sessions/forgotten-page.tsx"));
const NewPasswordPage = lazy(() => import("./features/identity/sessions/new-password-page.tsx"));
const EmailLinkPage = lazy(() => import("./features/identity/sessions/email-link-page.tsx"));
const ProfilePage = lazy(() => import("./features/identity/me/profile-page.tsx"));
const TeamsPage = lazy(() => import("./features/identity/teams/teams-page.tsx"));
const TeamPage = lazy(() => import("./features/identity/teams/team-page.tsx"));
const IntegrationsPage = lazy(() => import("./features/identity/integrations-page.tsx"));
const CampaignsPage = lazy(() => import("./features/campaigns/campaigns/campaigns-page.tsx"));
const CampaignPage = lazy(() => import("./features/campaigns/campaigns/campaign-page.tsx"));
const CampaignEditPage = lazy(() => import("./features/campaigns/campaigns/edit-page.tsx"));
const CampaignConfigurationPage = lazy(() => import("./features/email/sending/configuration-page.tsx"));
const RecipientsTab = lazy(() => import("./features/email/sending/recipients-tab.tsx"));
const CampaignsComparePage = lazy(() => import("./features/email/reports/compare-page.tsx"));
const ResultsTab = lazy(() => import("./features/email/reports/results-tab.tsx"));
const TemplatesPage = lazy(() => import("./features/email/templates/templates-page.tsx"));
const TemplatePage = lazy(() => import("./features/email/templates/template-page.tsx"));
const SnippetsPage = lazy(() => import("./features/email/templates/snippets-page.tsx"));
const SnippetPage = lazy(() => import("./features/email/templates/snippet-page.tsx"));
const SystemPage = lazy(() => import("./features/log/system/system-page.tsx"));
const MailboxPage = lazy(() => import("./features/log/mailbox/mailbox-page.tsx"));
const ClientsPage = lazy(() => import("./features/identity/clients/clients-page.tsx"));
const ClientPage = lazy(() => import("./features/identity/clients/client-page.tsx"));
const SendersPage = lazy(() => import("./features/email/senders/senders-page.tsx"));
const RepliesPage = lazy(() => import("./features/email/replies/replies-page.tsx"));
const SenderPage = lazy(() => import("./features/email/senders/sender-page.tsx"));

export const router = createBrowserRouter([
  { path: "/login", element: <LoginPage /> },
  { path: "/invitation", element: <AcceptPage /> },
  { path: "/forgotten", element: <ForgottenPage /> },
  { path: "/new-password", element: <NewPasswordPage /> },
  { path: "/confirm-email", element: <EmailLinkPage to="confirm" /> },
  { path: "/keep-email", element: <EmailLinkPage to="keep" /> },
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
        path: "/contacts/duplicates",
        element: <Allowed permission="RECORDS_MERGE" page={<DuplicatesPage key="contacts" entity="CONTACT" />} />,
      },
      {
        path: "/contacts/segments",
        element: <Allowed permission="SEGMENTS_VIEW" page={<SegmentsPage key="contacts" entity="CONTACT" />} />,
      },
      {
        path: "/contacts/segments/:id",
        element: (
          <Allowed
            permission="SEGMENTS_VIEW"
            page={<WithId what="segment" page={<SegmentPage entity="CONTACT" />} />}
          />
        ),
      },
      {
        path: "/contacts/audience",
        element: <Allowed permission="SEGMENTS_VIEW" page={<AudiencePage entity="CONTACT" />} />,
      },
      {
        path: "/contacts/:id",
        element: <Allowed permission="CONTACTS_VIEW" page={<WithId what="contact" page={<ContactPage />} />} />,
      },
      {
        path: "/contacts/email-verifications",
        element: <Allowed permission="EMAILS_VERIFY" page={<VerificationsPage />} />,
      },
      {
        path: "/contacts/email-verifications/:id",
        element: (
          <Allowed permission="EMAILS_VERIFY" page={<WithId what="email verification" page={<VerificationPage />} />} />
        ),
      },
      {
        path: "/contacts/phone-lookups",
        element: <Allowed permission="PHONES_LOOK_UP" page={<PhoneLookupsPage />} />,
      },
      {
        path: "/contacts/phone-lookups/:id",
        element: (
          <Allowed permission="PHONES_LOOK_UP" page={<WithId what="phone look-up" page={<PhoneLookupPage />} />} />
        ),
      },
      { path: "/bulk", element: <Allowed permission="RECORDS_BULK" page={<BulksPage />} /> },
      {
        path: "/bulk/:id",
        element: <Allowed permission="RECORDS_BULK" page={<WithId what="bulk change" page={<BulkPage />} />} />,
      },
      {
        path: "/bulk/:id/undo",
        element: <Allowed permission="RECORDS_BULK" page={<WithId what="bulk change" page={<BulkUndoPage />} />} />,
      },
      {
        path: "/contacts/lists",
        element: <Allowed permission="SEGMENTS_VIEW" page={<ListsPage key="contacts" entity="CONTACT" />} />,
      },
      {
        path: "/accounts/lists",
        element: <Allowed permission="SEGMENTS_VIEW" page={<ListsPage key="accounts" entity="ACCOUNT" />} />,
      },
      {
        path: "/lists/:id",
        element: (
          <Allowed
            permission="SEGMENTS_VIEW"
            page={<WithId what="list" page={<ListPage grids={{ CONTACT: ContactsPage, ACCOUNT: AccountsPage }} />} />}
          />
        ),
      },
      { path: "/exports", element: <Allowed permission="EXPORTS_VIEW" page={<ExportsPage />} /> },
      { path: "/accounts", element: <Allowed permission="ACCOUNTS_VIEW" page={<AccountsPage />} /> },
      {
        path: "/accounts/duplicates",
        element: <Allowed permission="RECORDS_MERGE" page={<DuplicatesPage key="accounts" entity="ACCOUNT" />} />,
      },
      {
        path: "/accounts/industry-suggestions",
        element: <Allowed permission="ACCOUNTS_VIEW" whole page={<IndustrySuggestionsPage />} />,
      },
      {
        path: "/accounts/segments",
        element: <Allowed permission="SEGMENTS_VIEW" page={<SegmentsPage key="accounts" entity="ACCOUNT" />} />,
      },
      {
        path: "/accounts/segments/:id",
        element: (
          <Allowed
            permission="SEGMENTS_VIEW"
            page={<WithId what="segment" page={<SegmentPage entity="ACCOUNT" />} />}
          />
        ),
      },
      {
        path: "/accounts/audience",
        element: <Allowed permission="SEGMENTS_VIEW" page={<AudiencePage entity="ACCOUNT" />} />,
      },
      {
        path: "/accounts/:id",
        element: <Allowed permission="ACCOUNTS_VIEW" page={<WithId what="account" page={<AccountPage />} />} />,
      },
      { path: "/domain-sets", element: <Allowed permission="DOMAIN_SETS_VIEW" whole page={<DomainSetsPage />} /> },
      {
        path: "/domain-sets/new",
        element: <Allowed permission="DOMAIN_SETS_EDIT" whole page={<NewDomainSetPage />} />,
      },
      {
        path: "/domain-sets/:id",
        element: (
          <Allowed permission="DOMAIN_SETS_VIEW" whole page={<WithId what="domain set" page={<DomainSetPage />} />} />
        ),
      },
      { path: "/campaigns", element: <Allowed permission="CAMPAIGNS_VIEW" whole staff page={<CampaignsPage />} /> },
      {
        path: "/campaigns/email",
        element: (
          <Allowed permission="CAMPAIGNS_VIEW" whole staff page={<CampaignsPage key="email" channel="EMAIL" />} />
        ),
      },
      {
        path: "/campaigns/configuration",
        element: <Allowed permission="CAMPAIGNS_VIEW" whole staff page={<CampaignConfigurationPage />} />,
      },
      {
        path: "/campaigns/compare",
        element: <Allowed permission="REPORTS_VIEW" whole staff page={<CampaignsComparePage />} />,
      },
      {
        path: "/campaigns/:id",
        element: (
          <Allowed
            permission="CAMPAIGNS_VIEW"
            whole
            staff
            page={<WithId what="campaign" page={<CampaignPage recipients={RecipientsTab} results={ResultsTab} />} />}
          />
        ),
      },
      {
        path: "/campaigns/:id/edit/:step?",
        element: <Allowed permission="CAMPAIGNS_EDIT" page={<WithId what="campaign" page={<CampaignEditPage />} />} />,
      },
      { path: "/campaigns/templates", element: <Allowed permission="TEMPLATES_VIEW" page={<TemplatesPage />} /> },
      {
        path: "/campaigns/templates/:id",
        element: <Allowed permission="TEMPLATES_VIEW" page={<WithId what="template" page={<TemplatePage />} />} />,
      },
      { path: "/campaigns/snippets", element: <Allowed permission="TEMPLATES_VIEW" page={<SnippetsPage />} /> },
      {
        path: "/campaigns/snippets/:id",
        element: <Allowed permission="TEMPLATES_VIEW" page={<WithId what="snippet" page={<SnippetPage />} />} />,
      },
      { path: "/tasks", element: <Allowed permission="TASKS_VIEW" staff page={<TasksPage />} /> },
      { path: "/profile", element: <ProfilePage /> },
      { path: "/notifications", element: <NotificationsPage /> },
      { path: "/search", element: <SearchPage /> },
      {
        path: "/campaigns/senders",
        element: <Allowed permission="CAMPAIGNS_VIEW" whole staff page={<SendersPage />} />,
      },
      { path: "/campaigns/replies", element: <Allowed permission="REPLIES_VIEW" staff page={<RepliesPage />} /> },
      {
        path: "/campaigns/senders/:id",
        element: (
          <Allowed permission="CAMPAIGNS_VIEW" whole staff page={<WithId what="sender" page={<SenderPage />} />} />
        ),
      },
      { path: "/users", element: <Allowed permission="USERS_VIEW" staff page={<UsersPage />} /> },
      { path: "/users/invitations", element: <Allowed permission="USERS_MANAGE" page={<InvitationsPage />} /> },
      { path: "/users/teams", element: <Allowed permission="USERS_MANAGE" page={<TeamsPage />} /> },
      {
        path: "/users/teams/:id",
        element: <Allowed permission="USERS_MANAGE" page={<WithId what="team" page={<TeamPage />} />} />,
      },
      { path: "/integrations", element: <Allowed permission="API_KEYS_MANAGE" page={<IntegrationsPage />} /> },
      { path: "/custom-fields", element: <Allowed permission="SETTINGS_MANAGE" page={<CustomFieldsPage />} /> },
      { path: "/survivorship", element: <Allowed permission="SETTINGS_MANAGE" page={<SurvivorshipPage />} /> },
      { path: "/suppressions", element: <Allowed permission="SUPPRESSIONS_VIEW" staff page={<SuppressionsPage />} /> },
      {
        path: "/suppressions/:id",
        element: (
          <Allowed
            permission="SUPPRESSIONS_VIEW"
            staff
            page={<WithId what="suppression" page={<SuppressionPage />} />}
          />
        ),
      },
      { path: "/compliance", element: <Allowed permission="CONSENTS_VIEW" whole page={<CompliancePage />} /> },
      {
        path: "/compliance/rules",
        element: <Allowed permission="CONSENTS_VIEW" whole page={<CompliancePage tab="rules" />} />,
      },
      {
        path: "/compliance/requests",
        element: <Allowed permission="PRIVACY_REQUESTS" whole page={<CompliancePage tab="requests" />} />,
      },
      {
        path: "/compliance/requests/:id",
        element: (
          <Allowed permission="PRIVACY_REQUESTS" whole page={<WithId what="request" page={<RequestPage />} />} />
        ),
      },
      {
        path: "/compliance/retention",
        element: <Allowed permission="RETENTION_VIEW" page={<CompliancePage tab="retention" />} />,
      },
      {
        path: "/compliance/legal-holds",
        element: <Allowed permission="RETENTION_VIEW" page={<CompliancePage tab="legal-holds" />} />,
      },
      {
        path: "/compliance/registers",
        element: <Allowed permission="CONSENTS_VIEW" whole page={<CompliancePage tab="registers" />} />,
      },
      { path: "/clients", element: <Allowed permission="CLIENTS_VIEW" staff page={<ClientsPage />} /> },
      {
        path: "/clients/:id",
        element: <Allowed permission="CLIENTS_VIEW" staff page={<WithId what="client" page={<ClientPage />} />} />,
      },
      { path: "/system", element: <Allowed permission="JOBS_VIEW" whole page={<SystemPage />} /> },
      { path: "/mailbox", element: <Allowed permission="SETTINGS_MANAGE" page={<MailboxPage />} /> },
      { path: "/team", element: <Allowed permission="USERS_VIEW" page={<UsersPage team />} /> },
      { path: "*", element: <NotFound /> },
    ],
  },
]);

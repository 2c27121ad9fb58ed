/** The mock's test mailbox, and what goes into it: invitations, links for a new password, test mails. */
import { randomUUID } from "node:crypto";
import { clientOf, refusal, teamsOf } from "./people.ts";
import type { MockUser, World } from "./world.ts";

interface Mail {
  id: string;
  sentAt: string;
  toName: string;
  toAddress: string;
  subject: string;
  text: string;
}

interface Invitation {
  id: string;
  email: string;
  role: string;
  state: "OPEN" | "ACCEPTED" | "REVOKED";
  clientId: string | null;
  teamIds: string[];
  /** Counts the mails: the link of an older one is void. */
  round: number;
  invitedBy: string;
  createdAt: string;
  sentAt: string;
  expiresAt: string;
}

const mails: Mail[] = [];
const invitations: Invitation[] = [];

const WEEK = 7 * 24 * 60 * 60_000;
const now = () => new Date().toISOString();

function send(toName: string, toAddress: string, subject: string, text: string): void {
  mails.unshift({ id: randomUUID(), sentAt: now(), toName, toAddress, subject, text });
}

// The mock answers on whatever port vite has; 5173 is where it begins.
const link = (path: string) => `http://localhost:5173${path}`;

export function sendPasswordLink(user: MockUser): void {
  const text = `Hello ${user.name},\n\nChoose a new password:\n${link(`/new-password#${user.id}`)}\n`;
  send(user.name, user.email, "Choose a new password for Pivotal", text);
}

function sendInvitation(invitation: Invitation): void {
  const token = `${invitation.id}.${invitation.round}`;
  const asked = `${invitation.invitedBy} has invited you to work with Pivotal.`;
  const text = `Hello,\n\n${asked}\n\nAccept the invitation:\n${link(`/invitation#${token}`)}\n`;
  send("", invitation.email, "You are invited to Pivotal", text);
}

/** The invitation of a link, or why it lets nobody in. */
export function invitationOf(token: string): Invitation | string {
  const [id, round] = token.split(".");
  const found = invitations.find((other) => other.id === id);
  if (found === undefined) return "This link is not complete. Copy all of it from the mail, or ask for a new one.";
  if (found.state === "ACCEPTED") return "This invitation was used. Sign in with your email and password.";
  if (found.state === "REVOKED") return "This invitation was withdrawn. Ask whoever invited you.";
  if (String(found.round) !== round) return "This invitation was sent again since. Use the link of the newest mail.";
  return found;
}

/** On a machine by itself: everything runs inside, nobody outside is asked. */
const PROVIDERS = [
  { kind: "MAIL", state: "FAKE", name: null, testable: true },
  { kind: "MAILBOX_PROBE", state: "OFF", name: null, testable: false },
  { kind: "CARRIER_LOOKUP", state: "FAKE", name: null, testable: false },
  { kind: "INDUSTRY_MODEL", state: "OFF", name: null, testable: false },
  { kind: "SIGN_IN", state: "OFF", name: null, testable: false },
  { kind: "SEARCH", state: "EMBEDDED", name: null, testable: true },
  { kind: "FILES", state: "EMBEDDED", name: null, testable: true },
  { kind: "DATABASE", state: "EMBEDDED", name: null, testable: true },
  { kind: "BUS", state: "EMBEDDED", name: null, testable: false },
];

export function mailResolvers(world: World, user: MockUser) {
  const shown = (row: Invitation) => ({
    ...row,
    client: clientOf(world, row.clientId),
    teams: teamsOf(world, { ...user, teamIds: row.teamIds }),
  });
  const done = (row: Invitation | undefined) => ({
    invitation: row === undefined ? null : shown(row),
    position: ++world.position,
    userErrors: [],
  });
  const refused = (code: string, message: string) => ({ invitation: null, ...refusal(code, "email", message) });
  return {
    mailbox: () => ({ via: "the test mailbox", kept: true, mails }),
    keptMail: ({ id }: { id: string }) => {
      const mail = mails.find((one) => one.id === id);
      if (mail === undefined) return null;
      const headers = [
        { name: "To", value: mail.toAddress },
        { name: "Subject", value: mail.subject },
      ];
      // As old ones are: with their words alone.
      return { ...mail, html: null, headers };
    },
    mailTest: () => {
      send(user.name, user.email, "Mail from Pivotal arrives", `Hello ${user.name},\n\nIt does.\n`);
      return { sentTo: user.email, userErrors: [] };
    },
    providers: () => PROVIDERS,
    providerTest: ({ kind }: { kind: string }) => {
      if (kind === "MAIL") {
        send(user.name, user.email, "Mail from Pivotal arrives", `Hello ${user.name},\n\nIt does.\n`);
        return { worked: true, message: `A test mail is on its way to ${user.email}.`, tookMs: 1, userErrors: [] };
      }
      return { worked: true, message: "It answers.", tookMs: 1, userErrors: [] };
    },
    invitations: () => invitations.toReversed().map(shown),
    invitationSend: ({
      input,
    }: {
      input: { email: string; role: string; clientId?: string | null; teamIds?: string[] };
    }) => {
      const { email } = input;
      if (world.users.some((other) => other.email === email)) {
        return refused(
          "USER_EMAIL_TAKEN",
          `Another user signs in with ${email}. Use a different address, or edit that user.`,
        );
      }
      if (invitations.some((other) => other.email === email && other.state === "OPEN")) {
        return refused("INVITATION_OPEN", `An invitation to ${email} is open. Send it again, or withdraw it first.`);
      }
      const row: Invitation = {
        id: randomUUID(),
        email,
        role: input.role,
        state: "OPEN",
        clientId: input.clientId ?? null,
        teamIds: input.teamIds ?? [],
        round: 1,
        invitedBy: user.name,
        createdAt: now(),
        sentAt: now(),
        expiresAt: new Date(Date.now() + WEEK).toISOString(),
      };
      invitations.push(row);
      sendInvitation(row);
      return done(row);
    },
    invitationResend: ({ id }: { id: string }) => {
      const row = invitations.find((other) => other.id === id);
      if (row !== undefined) {
        row.round += 1;
        row.sentAt = now();
        sendInvitation(row);
      }
      return done(row);
    },
    invitationRevoke: ({ id }: { id: string }) => {
      const row = invitations.find((other) => other.id === id);
      if (row !== undefined) row.state = "REVOKED";
      return done(row);
    },
  };
}

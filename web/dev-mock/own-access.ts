/** What is one's own in the mock: sessions, password, second step, API keys. Nothing of it is checked the way the server does. */
import { randomUUID } from "node:crypto";
import { grants } from "./policy.ts";
import type { MockUser, World } from "./world.ts";

interface Session {
  id: string;
  userId: string;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
  userAgent: string;
  ip: string;
  current: boolean;
}

interface Key {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  state: string;
  madeBy: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: null;
  lastUsedIp: null;
}

interface SecondStep {
  enabled: boolean;
  recoveryCodes: string[];
}

const sessions = new Map<string, Session[]>();
const keys: Key[] = [];
const secondSteps = new Map<string, SecondStep>();

const DAY = 24 * 60 * 60_000;
const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const refused = (code: string, field: string | null, message: string) => ({ userErrors: [{ code, field, message }] });

let secondStepFor = "NOBODY";

/** A second step is required of them and they have none. */
export function owesSecondStep(user: MockUser): boolean {
  const asked = secondStepFor === "EVERYBODY" || (secondStepFor === "ADMINS" && user.role === "ADMIN");
  return asked && !hasSecondStep(user.id);
}

export const hasSecondStep = (userId: string) => secondSteps.get(userId)?.enabled === true;

/** Six digits, whichever they are; a recovery code once. */
export function passesSecondStep(userId: string, code: string): boolean {
  if (/^\d{6}$/.test(code)) return true;
  const own = secondSteps.get(userId);
  if (own === undefined || !own.recoveryCodes.includes(code)) return false;
  own.recoveryCodes = own.recoveryCodes.filter((one) => one !== code);
  return true;
}

function sessionsOf(userId: string): Session[] {
  const known = sessions.get(userId);
  if (known !== undefined) return known;
  const agent = (system: string) => `Mozilla/5.0 (${system}) Gecko/20100101 Firefox/142.0`;
  const session = { userId, createdAt: at(-3 * DAY), expiresAt: at(27 * DAY), ip: "192.0.2.7" };
  const made = [
    { ...session, id: randomUUID(), lastUsedAt: at(0), userAgent: agent("X11; Linux x86_64"), current: true },
    { ...session, id: randomUUID(), lastUsedAt: at(-DAY), userAgent: agent("Windows NT 10.0"), current: false },
  ];
  sessions.set(userId, made);
  return made;
}

/** How many were ended. */
function end(userId: string, ends: (session: Session) => boolean) {
  const before = sessionsOf(userId);
  const kept = before.filter((session) => !ends(session));
  sessions.set(userId, kept);
  return { ended: before.length - kept.length, userErrors: [] };
}

/** "CONTACTS_VIEW" as what completes "may ...". */
function act(permission: string): string {
  const words = permission.toLowerCase().split("_");
  const verb = words.at(-1) === "view" ? "see" : words.at(-1);
  return [verb, ...words.slice(0, -1)].join(" ");
}

export function ownAccessResolvers(world: World, user: MockUser) {
  const knows = (password: string) => password === user.password;
  const wrong = refused("PASSWORD_WRONG", "currentPassword", "The current password is not right. Try again.");
  const newCodes = () => Array.from({ length: 10 }, () => randomUUID().slice(0, 11));
  return {
    emailChangeAsk: ({ input }: { input: { email: string; password: string } }) =>
      knows(input.password) ? { userErrors: [] } : wrong,
    accessRules: () => ({ secondStepFor }),
    accessRulesSet: ({ input }: { input: { secondStepFor?: string | null } }) => {
      secondStepFor = input.secondStepFor ?? secondStepFor;
      return { accessRules: { secondStepFor }, userErrors: [] };
    },
    mySessions: () => sessionsOf(user.id),
    userSessions: ({ userId }: { userId: string }) => sessionsOf(userId),
    sessionEnd: ({ id }: { id: string }) => end(user.id, (session) => session.id === id),
    sessionsEndOthers: () => end(user.id, (session) => !session.current),
    userSessionsEnd: ({ input }: { input: { userId: string; sessionId?: string } }) =>
      end(input.userId, (session) => input.sessionId === undefined || session.id === input.sessionId),
    passwordChange: ({ input }: { input: { current: string; new: string } }) => {
      if (!knows(input.current)) return { position: null, ...wrong };
      user.password = input.new;
      end(user.id, (session) => !session.current);
      return { position: ++world.position, userErrors: [] };
    },
    secondFactor: () => {
      const own = secondSteps.get(user.id);
      return { enabled: own?.enabled === true, recoveryCodesLeft: own?.recoveryCodes.length ?? 0 };
    },
    secondFactorBegin: ({ input }: { input: { password: string } }) =>
      knows(input.password)
        ? {
            secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            qr: { size: 21, path: "M2 2h7v7h-7zM12 2h7v7h-7zM2 12h7v7h-7zM12 12h3v3h-3zM16 16h3v3h-3z" },
            userErrors: [],
          }
        : { secret: null, qr: null, ...wrong },
    secondFactorConfirm: ({ input }: { input: { code: string } }) => {
      if (!/^\d{6}$/.test(input.code)) {
        return {
          recoveryCodes: null,
          ...refused("SECOND_FACTOR_CODE", "code", "This code is not right. Take the newest one of the app."),
        };
      }
      const recoveryCodes = newCodes();
      secondSteps.set(user.id, { enabled: true, recoveryCodes });
      return { recoveryCodes, userErrors: [] };
    },
    recoveryCodesRenew: ({ input }: { input: { password: string } }) => {
      if (!knows(input.password)) return { recoveryCodes: null, ...wrong };
      const recoveryCodes = newCodes();
      secondSteps.set(user.id, { enabled: true, recoveryCodes });
      return { recoveryCodes, userErrors: [] };
    },
    secondFactorDisable: ({ input }: { input: { password: string } }) => {
      if (!knows(input.password)) return { position: null, ...wrong };
      secondSteps.delete(user.id);
      return { position: ++world.position, userErrors: [] };
    },
    userSecondFactorReset: ({ userId }: { userId: string }) => {
      secondSteps.delete(userId);
      return { position: ++world.position, userErrors: [] };
    },
    apiKeys: () => keys.toReversed(),
    apiKeyScopes: () => grants(user.role).map(({ permission }) => ({ permission, act: act(permission) })),
    apiKeyCreate: ({ input }: { input: { name: string; scopes: string[]; expiresAt?: string | null } }) => {
      const prefix = `pvk_${randomUUID().slice(0, 8)}`;
      const key = {
        id: randomUUID(),
        name: input.name,
        prefix,
        scopes: input.scopes,
        state: "ACTIVE",
        madeBy: user.name,
        createdAt: at(0),
        expiresAt: input.expiresAt ?? null,
        revokedAt: null,
        lastUsedAt: null,
        lastUsedIp: null,
      };
      keys.push(key);
      return { apiKey: key, secret: `${prefix}_${randomUUID()}`, position: ++world.position, userErrors: [] };
    },
    apiKeyRevoke: ({ id }: { id: string }) => {
      const key = keys.find((other) => other.id === id);
      if (key !== undefined) Object.assign(key, { state: "REVOKED", revokedAt: at(0) });
      return { apiKey: key ?? null, position: ++world.position, userErrors: [] };
    },
  };
}

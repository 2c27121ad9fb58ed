/** A refusal that belongs to one field of what was sent, or to the whole when `field` is null. */
export interface UserError {
  code: string;
  field?: string | null;
  message: string;
  /** Another record that stands in the way, for whoever may see it. */
  recordId?: string | null;
}

/** Anything that went wrong between us and the API, in words a person can act on. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;

  constructor(message: string, options: { code: string; status?: number; retryable?: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "ApiError";
    this.code = options.code;
    this.status = options.status ?? 0;
    this.retryable = options.retryable ?? false;
  }
}

/** The command was understood and refused; nothing was written. */
export class RefusedError extends ApiError {
  readonly userErrors: UserError[];

  constructor(userErrors: UserError[]) {
    super(userErrors.map((error) => error.message).join(" "), { code: userErrors[0]?.code ?? "refused", status: 200 });
    this.name = "RefusedError";
    this.userErrors = userErrors;
  }
}

export function unreachable(cause: unknown): ApiError {
  return new ApiError("Pivotal cannot be reached. Check your connection; nothing you typed is lost.", {
    code: "unreachable",
    retryable: true,
    cause,
  });
}

const BY_STATUS: Record<number, string> = {
  401: "You have been signed out. Sign in again to go on.",
  403: "Your role does not allow this. Ask an admin if you need it.",
  404: "This does not exist, or you may not see it.",
  409: "Somebody changed this at the same time. Look at the newest values and try again.",
  413: "The file is larger than the limit of this installation.",
  429: "Too many requests in a short time. Wait a moment and try again.",
  503: "Pivotal is starting or busy. It will be back in a moment; try again.",
};

/** From a problem+json body (RFC 9457), or from the status alone when there is no such body. */
export function fromProblem(status: number, body: unknown): ApiError {
  const problem = isObject(body) ? body : {};
  // A refusal as a whole carries the reasons of its parts; the first one says most.
  const [part] = Array.isArray(problem.errors) ? (problem.errors as unknown[]) : [];
  const reason = isObject(part) ? part : {};
  const detail = [reason.message, problem.detail, problem.title].find(
    (text) => typeof text === "string" && text !== "",
  );
  return new ApiError(
    typeof detail === "string"
      ? detail
      : (BY_STATUS[status] ?? "Pivotal could not finish this. Nothing was saved; try again."),
    {
      code: [reason.code, problem.code].find((code) => typeof code === "string") ?? `http_${status}`,
      status,
      retryable: status >= 500 || status === 429,
    },
  );
}

/** The message to show for anything thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return "Something went wrong on this page. Nothing was saved; try again.";
}

export function isRetryable(error: unknown): boolean {
  return !(error instanceof ApiError) || error.retryable;
}

/** Asked for too often: the message says when to go on, and asking again before that helps nobody. */
export function isLimited(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === "RATE_LIMITED";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

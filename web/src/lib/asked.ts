/** Whether something was asked for just now: a part that is shown again later must not take the focus for it. */
export const justAsked = (at: number | undefined): boolean => at !== undefined && Date.now() - at < 5_000;

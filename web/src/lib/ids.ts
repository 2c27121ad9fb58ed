const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an address names something at all. Anything else is known not to exist without asking for it. */
export const isId = (text: string): boolean => UUID.test(text);

/** Small per-browser settings (column layout, dismissed hints) in localStorage; blocked storage is not an error. */
export function readStored<T>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`pivotal.${key}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function forgetStored(key: string): void {
  try {
    localStorage.removeItem(`pivotal.${key}`);
  } catch {
    // Blocked storage holds nothing.
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(`pivotal.${key}`, JSON.stringify(value));
  } catch {
    // Storage is full or blocked: the setting lives until the page is left.
  }
}
